Feature: What is wanted?

  It may be enough that the task sequence runs; or it is to download on demand, which is what spares the user the wait.

  Background:
    Given a site on which everything is in order
    And no step is Download Package Content

  @on-demand-option-chosen
  Rule: Whoever wants it on demand chooses the option for it; whoever does not is not held to it

    The requirement is part of the wish. It never keeps a task sequence from running.

    Scenario Outline: Download on demand is wanted, and the option is: <option>
      Given "Deployment options" is set to <option>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: The attempt runs all the same, and the wish is not granted
        | option                                                            | outcome                               | violated                |
        | Download content locally when needed by the running task sequence | downloads on demand                   | nothing                 |
        | Download all content locally before starting task sequence        | downloads everything before the start | on-demand-option-chosen |

    Scenario Outline: It is enough that it runs, and the option is: <option>
      Given it is enough that it runs
      And "Deployment options" is set to <option>
      When it is started from Software Center
      Then it <outcome>
      And it violates nothing

      Examples: Either option will do
        | option                                                            | outcome                               |
        | Download content locally when needed by the running task sequence | downloads on demand                   |
        | Download all content locally before starting task sequence        | downloads everything before the start |

    Scenario: The third option fails the wish, too
      Given "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence
      And "Copy the content in this package to a package share on distribution points" is set to on for "Drivers"
      And "Copy the content in this package to a package share on distribution points" is set to on for "Windows 10 1903"
      When it is started from Software Center
      Then it does not run
      And it violates content-downloaded-locally and on-demand-option-chosen

    Scenario: An old site that downloads everything runs, and does not grant the wish
      Given site and client are at 1906
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates on-demand-option-chosen

    @asks-evidence
    Scenario Outline: Download on demand is wanted, and granted or not; the option is: <option>
      Given "Deployment options" is set to <option>
      When it is started from Software Center
      Then the wish is <granted>

      Examples: Downloading everything before the start is not what was wanted
        | option                                                            | granted     |
        | Download content locally when needed by the running task sequence | granted     |
        | Download all content locally before starting task sequence        | not granted |
        | unknown                                                           | open        |

    @asks-evidence
    Scenario Outline: It is enough that it runs, which is granted or not; the option is: <option>
      Given it is enough that it runs
      And "Deployment options" is set to <option>
      When it is started from Software Center
      Then the wish is <granted>

      Examples: Either way of downloading is a run
        | option                                                                                      | granted     |
        | Download content locally when needed by the running task sequence                           | granted     |
        | Download all content locally before starting task sequence                                  | granted     |
        | Access content directly from a distribution point when needed by the running task sequence | not granted |
        | unknown                                                                                     | open        |
