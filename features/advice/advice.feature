Feature: What does advice decide?

  A page that says *do not*, *may* or *is not supported even where it works* advises. It tells the administrator, and
  decides nothing.

  Background:
    Given a site on which everything is in order
    And a gateway "CMG-WEST"
    And a cloud distribution point "CDP-EAST"

  Rule: Advice that is not followed changes no outcome, whatever is wanted

    It is told all the same, for the failure that it warns of comes later.

    Scenario Outline: It is enough that it runs, and <fault>
      Given it is enough that it runs
      And <fault>
      When it is started from Software Center
      Then it downloads on demand
      And it violates <advice>

      Examples: One advice each
        | fault                                                                                                                                                 | advice                      |
        | "Make available to the following" is set to Configuration Manager clients, media, and PXE                                                             | option-fits-availability    |
        | "Run another program first" is set to on                                                                                                              | another-program-first       |
        | "Allow clients on a metered Internet connection to download content after the installation deadline, which might incur additional costs" is set to on | metered-connection          |
        | the upgrade step takes its source from a network path                                                                                                 | network-path-content        |
        | "Maximum cache size (MB)" is set to 5                                                                                                                 | cache-size                  |
        | the gateway "CMG-EAST" is stopped                                                                                                                     | content-on-a-running-source |

    Scenario: It is enough that it runs, and content rests on a cloud distribution point that cannot be replaced
      Given it is enough that it runs
      And site and client are at 2107
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it downloads on demand
      And it violates cloud-distribution-point-has-a-future

    Scenario: It is enough that it runs, and everything is downloaded before a step that downloads itself
      Given it is enough that it runs
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates download-content-step-with-download-all

  Rule: Advice does not make up for a condition either

    What keeps the task sequence from running is told beside it.

    Scenario: A condition is violated and advice is not followed
      Given "Enabled" is set to No
      And "Run another program first" is set to on
      When it is started from Software Center
      Then it does not run
      And it violates task-sequence-enabled and another-program-first

    Scenario: A condition is unknown and advice is not followed
      Given "Enabled" is set to unknown
      And "Run another program first" is set to on
      When it is started from Software Center
      Then it is undetermined
      And it violates another-program-first
      And it leaves task-sequence-enabled open

  @asks-evidence
  Rule: No advice is given where the documents are silent

    A client in the office has other ways to its content.

    Scenario Outline: A client in the office, and <requirement>
      Given the client is on the intranet
      When it is started from Software Center
      Then the finding on <requirement> is not applicable

      Examples: Every advice
        | requirement                             |
        | download-content-step-with-download-all |
        | option-fits-availability                |
        | another-program-first                   |
        | metered-connection                      |
        | network-path-content                    |
        | cache-size                              |
        | content-on-a-running-source             |
        | cloud-distribution-point-has-a-future   |
