Feature: Does the source that runs serve the content?

  A gateway that is not content-enabled holds content and is no source of it. That it runs helps nobody.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And a gateway "CMG-WEST"

  @content-on-a-running-source
  Rule: Of the sources that serve a package, one runs

    Where no source serves a package, that is another fault.

    Scenario Outline: A gateway that runs has the content as well, and its setting is <setting>
      Given only the cloud distribution point "CDP-EAST" holds content
      And the cloud distribution point "CDP-EAST" is stopped
      And "Windows 10 1903" is installed on the gateway "CMG-EAST"
      And "Drivers" is installed on the gateway "CMG-EAST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <setting>
      When it is started from Software Center
      Then it downloads on demand
      And it violates <violated>
      And it leaves <open> open

      Examples: It is no source unless it is content-enabled
        | setting | violated                    | open                                                                  |
        | on      | nothing                     | nothing                                                               |
        | off     | content-on-a-running-source | nothing                                                               |
        | unknown | nothing                     | content-on-a-running-source and cloud-distribution-point-has-a-future |

    Scenario Outline: Content that no gateway serves is one fault, not two: the gateway is <state>
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      And the gateway "CMG-EAST" is <state>
      When it is started from Software Center
      Then it does not run
      And it violates <violated>

      Examples: A gateway that is stopped as well has two faults
        | state   | violated                                               |
        | running | gateway-serves-content                                 |
        | stopped | gateway-serves-content and content-on-a-running-source |

    Scenario: Before 1806 no gateway serves content
      Given site and client are at 1802
      And "Deployment options" is set to Download all content locally before starting task sequence
      And no step is Download Package Content
      And it is enough that it runs
      And the cloud distribution point "CDP-EAST" is stopped
      And "Windows 10 1903" is installed on the cloud distribution point "CDP-EAST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates content-on-a-running-source

    Scenario: A gateway that is switched off and runs, and one that serves and is stopped
      Given "Windows 10 1903" is installed on the gateway "CMG-WEST"
      And "Drivers" is installed on the gateway "CMG-WEST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off for "CMG-WEST"
      And the gateway "CMG-EAST" is stopped
      When it is started from Software Center
      Then it downloads on demand
      And it violates content-on-a-running-source

    @asks-evidence
    Scenario: The finding tells why the source that runs is none
      Given the cloud distribution point "CDP-EAST" is stopped
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When it is started from Software Center
      Then the finding on content-on-a-running-source tells "package 'Drivers': installed in version 1 on gateway 'CMG-EAST', which is not content-enabled; installed in version 1 on cloud distribution point 'CDP-EAST', which is stopped"
