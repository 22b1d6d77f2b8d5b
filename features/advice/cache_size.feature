Feature: Does the client cache hold the content?

  What is larger than the cache fails. Where everything is downloaded before the start, the cache has to hold it all.

  Background:
    Given a site on which everything is in order
    And no step is Download Package Content
    And it is enough that it runs
    And "Windows 10 1903" has a size of 4000 MB
    And "Drivers" has a size of 1000 MB

  @cache-size
  Rule: The cache holds each package; and all of them together, where all are downloaded before the start

    The documents say it of single programs and applications. Of the sum of all packages it is reasoned.

    Scenario Outline: A cache of <size> MB, and the option: <option>
      Given "Maximum cache size (MB)" is set to <size>
      And "Deployment options" is set to <option>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: On demand the largest package counts
        | size | option                                                            | outcome             | violated   | open    |
        | 3999 | Download content locally when needed by the running task sequence | downloads on demand | cache-size | nothing |
        | 4000 | Download content locally when needed by the running task sequence | downloads on demand | nothing    | nothing |
        | 4999 | Download content locally when needed by the running task sequence | downloads on demand | nothing    | nothing |

      Examples: Before the start the sum counts
        | size | option                                                     | outcome                               | violated   | open    |
        | 3999 | Download all content locally before starting task sequence | downloads everything before the start | cache-size | nothing |
        | 4999 | Download all content locally before starting task sequence | downloads everything before the start | cache-size | nothing |
        | 5000 | Download all content locally before starting task sequence | downloads everything before the start | nothing    | nothing |

      Examples: The size of the cache is not known
        | size    | option                                                            | outcome             | violated | open       |
        | unknown | Download content locally when needed by the running task sequence | downloads on demand | nothing  | cache-size |

    Scenario Outline: Running from a distribution point with a cache of <size> MB
      Given "Maximum cache size (MB)" is set to <size>
      And "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence
      And "Copy the content in this package to a package share on distribution points" is set to on for "Windows 10 1903"
      And "Copy the content in this package to a package share on distribution points" is set to on for "Drivers"
      When it is started from Software Center
      Then it does not run
      And it violates <violated>

      Examples: Nothing is downloaded all at once
        | size | violated                                  |
        | 3999 | content-downloaded-locally and cache-size |
        | 4000 | content-downloaded-locally                |

    Scenario: The sizes of the packages are unknown
      Given it is unknown how large the packages are
      When it is started from Software Center
      Then it downloads on demand
      And it leaves cache-size open

    @asks-evidence
    Scenario Outline: With a cache of <size> MB the finding is <quality>
      Given "Maximum cache size (MB)" is set to <size>
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then the finding on cache-size is <quality>

      Examples: Documented of each package, reasoned of their sum
        | size    | quality    |
        | 3999    | documented |
        | 4000    | inferred   |
        | 5000    | inferred   |
        | unknown | inferred   |
