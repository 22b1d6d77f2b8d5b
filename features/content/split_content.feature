Feature: Does some gateway serve the content, where it is split?

  Each package is looked for on its own; one that only a switched-off gateway holds is enough to fail.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And a gateway "CMG-WEST"

  @gateway-serves-content
  Rule: Each package has a source that serves it

    A package may be on several sources, of which one is enough.

    Scenario: One package is on the switched-off gateway only
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      And only the cloud distribution point "CDP-EAST" holds "Windows 10 1903"
      When it is started from Software Center
      Then it does not run
      And it violates gateway-serves-content

    Scenario Outline: A package is on both gateways: the one's setting is <east>, the other's <west>
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <east>
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <west> for "CMG-WEST"
      And "Windows 10 1903" is installed on the gateway "CMG-WEST"
      And "Drivers" is installed on the gateway "CMG-WEST"
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: One that serves it is enough
        | east | west    | outcome             | violated               | open                   |
        | off  | on      | downloads on demand | nothing                | nothing                |
        | on   | off     | downloads on demand | nothing                | nothing                |
        | off  | off     | does not run        | gateway-serves-content | nothing                |
        | off  | unknown | is undetermined     | nothing                | gateway-serves-content |

    Scenario: Missing content is one fault, not two
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      And only the cloud distribution point "CDP-EAST" holds "Windows 10 1903"
      And no source holds "Drivers"
      When it is started from Software Center
      Then it does not run
      And it violates content-in-the-cloud

    Scenario: A gateway serves all content, whatever cloud distribution points there are
      Given it is unknown which cloud distribution points there are
      When it is started from Software Center
      Then it downloads on demand
      And it leaves nothing open

    @asks-evidence
    Scenario Outline: With all content on <source> the finding is <quality>
      Given only <source> holds content
      When it is started from Software Center
      Then the finding on gateway-serves-content is <quality>

      Examples: It is met, too, where no package needs a gateway
        | source                                  | quality |
        | the gateway "CMG-EAST"                  | met     |
        | the cloud distribution point "CDP-EAST" | met     |

    @asks-evidence
    Scenario: The finding names package and gateway
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      And only the cloud distribution point "CDP-EAST" holds "Windows 10 1903"
      When it is started from Software Center
      Then the finding on gateway-serves-content tells "package 'Drivers': installed in version 1 on gateway 'CMG-EAST', which is not content-enabled"
