Feature: How is it started?

  A start that takes the device out of its full operating system takes it off the internet.

  Background:
    Given a site on which everything is in order
    And "Purpose" is set to Required
    And "Allow user to run the program independently of assignments" is set to on

  @started-from-software-center
  Rule: It is started from Software Center, or by the client on its schedule

    The documents name Software Center. That a required deployment may start on its schedule is a contested reading.

    Scenario Outline: It is started <start>
      When it is started <start>
      Then it <outcome>
      And it violates <violated>

      Examples: The client starts it
        | start                | outcome             | violated |
        | from Software Center | downloads on demand | nothing  |
        | by its schedule      | downloads on demand | nothing  |

      Examples: Windows PE, PXE and task sequence media are not supported
        | start                  | outcome      | violated                     |
        | over PXE               | does not run | started-from-software-center |
        | from boot media        | does not run | started-from-software-center |
        | from stand-alone media | does not run | started-from-software-center |
        | from prestaged media   | does not run | started-from-software-center |
        | from Windows PE        | does not run | started-from-software-center |

    Scenario: It is unknown how it is started
      When it is started in an unknown way
      Then it is undetermined
      And it violates nothing
      And it leaves started-from-software-center, required-to-start-on-schedule, user-may-start-it and install-permissions-allow-it open

    Scenario Outline: At <release> it is started <start>
      Given site and client are at <release>
      When it is started <start>
      Then it <outcome>
      And it violates <violated>

      Examples: The same on every release
        | release | start                | outcome             | violated                     |
        | 2603    | from Software Center | downloads on demand | nothing                      |
        | 2603    | from boot media      | does not run        | started-from-software-center |
        | TP 1909 | over PXE             | does not run        | started-from-software-center |

    Scenario: Who may start it in Software Center does not matter to a start over PXE
      Given "Allow user to run the program independently of assignments" is set to off
      And "Install permissions" is set to No Users
      When it is started over PXE
      Then it does not run
      And it violates started-from-software-center

    @asks-evidence
    Scenario Outline: At <release> the finding is <quality>
      Given site and client are at <release>
      And the client is at <client>
      When it is started from Software Center
      Then the finding on started-from-software-center is <quality>

      Examples: The texts up to 1906 are silent; a later note speaks for them
        | release | client  | quality    |
        | 1906    | 1906    | inferred   |
        | 1906    | 1910    | inferred   |
        | 1910    | 1910    | documented |
        | 1910    | 1906    | documented |
        | 2002    | 2002    | documented |
        | TP 1908 | TP 1908 | inferred   |
        | TP 1909 | TP 1909 | documented |
        | TP 1910 | TP 1910 | documented |
