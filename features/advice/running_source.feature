Feature: Does a source that runs hold the content?

  A source that is stopped is listed all the same. The client goes there, and its download fails.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And a gateway "CMG-WEST"

  @content-on-a-running-source
  Rule: Every package is on a cloud source that runs

    It does not keep the task sequence from starting: the failure comes with the download.

    Scenario Outline: All content is on the gateway, which is <state>, another gateway runs
      Given the gateway "CMG-EAST" is <state>
      When it is started from Software Center
      Then it downloads on demand
      And it violates <violated>
      And it leaves <open> open

      Examples: Running, stopped, and not known
        | state               | violated                    | open                        |
        | running             | nothing                     | nothing                     |
        | stopped             | content-on-a-running-source | nothing                     |
        | in an unknown state | nothing                     | content-on-a-running-source |

    Scenario Outline: All content is on the cloud distribution point, which is <state>
      Given only the cloud distribution point "CDP-EAST" holds content
      And the cloud distribution point "CDP-EAST" is <state>
      When it is started from Software Center
      Then it downloads on demand
      And it violates <violated>
      And it leaves <open> open

      Examples: Running, stopped, and not known
        | state               | violated                    | open                        |
        | running             | nothing                     | nothing                     |
        | stopped             | content-on-a-running-source | nothing                     |
        | in an unknown state | nothing                     | content-on-a-running-source |

    Scenario: Another source that runs has the content as well
      Given the gateway "CMG-EAST" is stopped
      And "Windows 10 1903" is installed on the gateway "CMG-WEST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing

    Scenario: One package has no source that runs
      Given the gateway "CMG-EAST" is stopped
      And "Windows 10 1903" is installed on the gateway "CMG-WEST"
      When it is started from Software Center
      Then it downloads on demand
      And it violates content-on-a-running-source

    Scenario: Content that is missing is one fault, not two
      Given the gateway "CMG-EAST" is stopped
      And no source holds "Drivers"
      When it is started from Software Center
      Then it does not run
      And it violates content-in-the-cloud

    @asks-evidence
    Scenario Outline: "Drivers" is <held> on the gateway
      Given "Drivers" is <held> on the gateway "CMG-EAST"
      When it is started from Software Center
      Then the finding on content-on-a-running-source is <quality>
      And the finding on content-on-a-running-source is <basis>

      Examples: It is asked where all content is in the cloud
        | held      | quality        | basis      |
        | installed | met            | inferred   |
        | missing   | not applicable | documented |
