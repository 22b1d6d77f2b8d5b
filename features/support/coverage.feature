Feature: Do the documents speak of such an attempt?

  What the documents pass over in silence is neither refused nor promised. The answer then is that it is not covered,
  and no requirement applies.

  Background:
    Given a site on which everything is in order

  Rule: The documents on task sequences over the internet speak of clients on the internet

    In the office other sources, other starts and other conditions hold.

    Scenario: A client in the office
      Given the client is on the intranet
      When it is started from Software Center
      Then it is not covered
      And it violates nothing
      And it leaves nothing open

    Scenario: Faults do not matter to a client in the office
      Given the client is on the intranet
      And there is no gateway
      And "Allow task sequence to run for client on the Internet" is set to off
      And site and client are at 1511
      When it is started over PXE
      Then it is not covered
      And it violates nothing

  Rule: A task sequence with a boot image that is no upgrade is refused to 2002; later it has conditions of its own

    They are another subject, with documents of its own.

    Scenario Outline: An imaging sequence on a site at <release>
      Given the task sequence is an imaging sequence
      And site and client are at <release>
      When it is started from Software Center
      Then it <outcome>

      Examples: Refused as long as nothing but an upgrade may have a boot image
        | release | outcome      |
        | 1910    | does not run |
        | 2002    | does not run |
        | TP 1909 | does not run |

      Examples: Documents of another scenario speak of it
        | release | outcome        |
        | 2006    | is not covered |
        | 2603    | is not covered |

      Examples: No document says which preview brought that scenario
        | release | outcome         |
        | TP 1910 | is undetermined |
        | TP 2010 | is undetermined |

    Scenario: The client's release does not bring the scenario
      Given the task sequence is an imaging sequence
      And the site is at 2002
      And the client is at 2006
      When it is started from Software Center
      Then it does not run
      And it violates upgrade-task-sequence

  Rule: It may be unknown whether the documents speak of it

    Then every requirement hangs on it, and none is decided.

    Scenario: A script sequence on a technical preview
      Given the task sequence is a script sequence
      And site and client are at TP 1909
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves everything open

    Scenario: An imaging sequence on a site whose release is unknown
      Given the task sequence is an imaging sequence
      And it is unknown which release the site has
      When it is started from Software Center
      Then it is undetermined
      And it leaves everything open

    Scenario: An upgrade is covered by any release
      Given it is unknown which release the site has
      When it is started from Software Center
      Then it is undetermined
      And it leaves task-sequence-over-the-internet-available, no-defect-of-2002, gateway-serves-content and download-on-demand-available open

    Scenario: Whether it is an upgrade matters only where the rest is not covered
      Given it is unknown whether the task sequence is an upgrade
      When it is started from Software Center
      Then it is undetermined
      And it leaves upgrade-task-sequence open
