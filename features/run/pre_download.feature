@asks-run
Feature: What does pre-download spare the user?

  An available deployment can fetch content in advance. What has come by the time that somebody starts it need not be
  waited for.

  Background:
    Given a site on which everything is in order
    And "Pre-download content for this task sequence" is set to on

  @pre-download
  Rule: What is not there in advance is left to the deployment option

    Pre-download may be complete, or not, or not have begun.

    Scenario Outline: Download when needed, and <count> of the packages are there
      Given pre-download had completed <count> of the packages
      When LT-001 runs it
      Then in advance it has downloaded <in advance>
      And <advance> come in advance
      And 0 MB come before the task sequence starts
      And <during> come while it runs
      And the run ends well

      Examples: The rest comes before its step
        | count | in advance                      | advance | during  |
        | 0     | nothing                         | 0 MB    | 5308 MB |
        | 1     | "Drivers"                       | 700 MB  | 4608 MB |
        | 2     | "Drivers" and "Windows 10 1903" | 5308 MB | 0 MB    |

    Scenario Outline: Download all content first, and <count> of the packages are there
      Given "Deployment options" is set to Download all content locally before starting task sequence
      And pre-download had completed <count> of the packages
      When LT-001 runs it
      Then <advance> come in advance
      And <before> come before the task sequence starts
      And 0 MB come while it runs

      Examples: The rest comes before the start
        | count | advance | before  |
        | 0     | 0 MB    | 5308 MB |
        | 1     | 700 MB  | 4608 MB |
        | 2     | 5308 MB | 0 MB    |

    Scenario: It is not said how far it had come
      When LT-001 runs it
      Then in advance it has downloaded "Drivers" and "Windows 10 1903"
      And it is assumed that "all that is downloaded in advance is there when it is started"

    Scenario Outline: Pre-download is <set>, the purpose is <purpose>
      Given "Pre-download content for this task sequence" is set to <set>
      And "Purpose" is set to <purpose>
      And "Allow user to run the program independently of assignments" is set to on
      When LT-001 runs it
      Then in advance it has downloaded <packages>

      Examples: The pages speak of available deployments
        | set     | purpose   | packages                        |
        | on      | Available | "Drivers" and "Windows 10 1903" |
        | on      | Required  | nothing                         |
        | off     | Available | nothing                         |
        | unknown | Available | nothing                         |

    Scenario: Something was there although nothing is downloaded in advance
      Given "Pre-download content for this task sequence" is set to off
      And pre-download had completed 1 of the packages
      When LT-001 runs it
      Then that cannot happen, for "'Upgrade laptops' does not download in advance"

    Scenario: What cannot be had does not count as complete
      Given no source holds "Drivers"
      And pre-download had completed 1 of the packages
      When LT-001 runs it
      Then in advance it has downloaded "Windows 10 1903"
      And it is turned away when its content is looked up, for content-in-the-cloud
