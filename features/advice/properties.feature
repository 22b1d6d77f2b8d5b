Feature: Which properties of the task sequence have no effect on the internet?

  Some properties work in the office and not outside. Nothing fails at the start, so nobody notices at first.

  Background:
    Given a site on which everything is in order

  @another-program-first
  Rule: No other program is to run first, for that has no effect over a gateway

    It needs the path of the package in the network, which a client that uses a gateway does not have.

    Scenario Outline: **Run another program first** is <setting>
      Given "Run another program first" is set to <setting>
      When it is started from Software Center
      Then it downloads on demand
      And it violates <violated>
      And it leaves <open> open

      Examples: Off, on, and not known
        | setting | violated              | open                  |
        | off     | nothing               | nothing               |
        | on      | another-program-first | nothing               |
        | unknown | nothing               | another-program-first |

    @asks-evidence
    Scenario: Nothing of this is said of a client in the office
      Given the client is on the intranet
      And "Run another program first" is set to on
      When it is started from Software Center
      Then the finding on another-program-first is not applicable
      And the finding on network-path-content is not applicable
      And the finding on network-path-content is documented

  @network-path-content
  Rule: No upgrade step takes its source from a network path

    Such content is on no source in the cloud. That a device on the internet does not reach it is reasoned.

    Scenario: The upgrade step takes its source from a package
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing

    Scenario: The upgrade step takes its source from a network path
      Given the upgrade step takes its source from a network path
      When it is started from Software Center
      Then it downloads on demand
      And it violates network-path-content

    Scenario: It is unknown where the upgrade step takes its source from
      Given it is unknown whether the upgrade step takes its source from a network path
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing
      And it leaves network-path-content open

    Scenario: A task sequence without an upgrade step is not suspected
      Given the task sequence is a script sequence
      And it is unknown whether the upgrade step takes its source from a network path
      When it is started from Software Center
      Then it downloads on demand
      And it leaves nothing open

    @asks-evidence
    Scenario: The finding is reasoned
      When it is started from Software Center
      Then the finding on network-path-content is inferred
      And the finding on another-program-first is documented
