@asks-run
Feature: How much comes, from where and when?

  What leaves the cloud is paid for, and what comes before the start is waited for. The drivers have 700 MB, the OS
  upgrade package 4608 MB.

  Background:
    Given a site on which everything is in order

  Rule: The options differ in when content comes, and in what conditions skip

    All that comes is counted once: in advance, before the start, or while the task sequence runs.

    Scenario: Every step runs
      When LT-001 runs it with either option
      Then the two come to
        | part                                 | when needed | all content first |
        | come in advance                      | 0 MB        | 0 MB              |
        | come before the task sequence starts | 0 MB        | 5308 MB           |
        | come while it runs                   | 5308 MB     | 0 MB              |
        | come in all                          | 5308 MB     | 5308 MB           |
        | are on the device at once            | 5308 MB     | 5308 MB           |

    Scenario: A condition skips the drivers
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      When LT-001 runs it with either option
      Then the two come to
        | part                      | when needed | all content first |
        | come in all               | 4608 MB     | 5308 MB           |
        | come in vain              | 0 MB        | 700 MB            |
        | are spared by conditions  | 700 MB      | 0 MB              |
        | are on the device at once | 4608 MB     | 5308 MB           |

    Scenario: Part of it came in advance
      Given "Pre-download content for this task sequence" is set to on
      And pre-download had completed 1 of the packages
      When LT-001 runs it with either option
      Then the two come to
        | part                                 | when needed | all content first |
        | come in advance                      | 700 MB      | 700 MB            |
        | come before the task sequence starts | 0 MB        | 4608 MB           |
        | come while it runs                   | 4608 MB     | 0 MB              |

  Rule: Each source and each step has its share

    Also what came before a download broke, and what was thrown away.

    Scenario: Two sources
      Given a cloud distribution point "CDP-WEST"
      And only the cloud distribution point "CDP-WEST" holds "Drivers"
      When LT-001 runs it
      Then 4608 MB come from the gateway "CMG-EAST"
      And 700 MB come from the cloud distribution point "CDP-WEST"
      And 700 MB come for "Stage drivers"
      And 4608 MB come for "Upgrade Operating System"

    Scenario: No step has a share where all content comes first
      Given "Deployment options" is set to Download all content locally before starting task sequence
      When LT-001 runs it
      Then 0 MB come for "Stage drivers"
      And 5308 MB come from the gateway "CMG-EAST"

    Scenario: Content that failed its check was on the device for a while
      Given "Windows 10 1903" is updated while "Windows 10 1903" downloads
      When LT-001 runs it
      Then 9916 MB come from the gateway "CMG-EAST"
      And 5308 MB are on the device at once

  Rule: The cache has to hold the most that is on the device at once

    Inferred: no page says that anything leaves the cache before the end.

    Scenario Outline: The cache has <size> MB
      Given "Maximum cache size (MB)" is set to <size>
      When LT-001 runs it
      Then the cache is <fits>

      Examples: As large as the content, and one megabyte less
        | size    | fits                                  |
        | 5308    | large enough                          |
        | 5307    | too small                             |
        | unknown | large enough or not, which is unknown |

    Scenario: A condition makes it fit
      Given "Maximum cache size (MB)" is set to 5000
      And "Stage drivers" runs only if the model equals "Surface Pro"
      When LT-001 runs it
      Then the cache is large enough
