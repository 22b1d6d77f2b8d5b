Feature: Does the option suit a step that downloads content itself?

  A step **Download Package Content** decides while it runs what it fetches. Fetching everything beforehand defeats it.

  Background:
    Given a site on which everything is in order

  @download-content-step-with-download-all
  Rule: A task sequence with such a step is deployed to download content when needed

    The page on the step says so of both other options; it does not say what happens otherwise.

    Scenario Outline: The option is: <option>
      Given "Deployment options" is set to <option>
      And it is enough that it runs
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: It is advice, and keeps nothing from running
        | option                                                            | outcome                               | violated                                |
        | Download content locally when needed by the running task sequence | downloads on demand                   | nothing                                 |
        | Download all content locally before starting task sequence        | downloads everything before the start | download-content-step-with-download-all |

    Scenario: It is not said of a task sequence without such a step
      Given no step is Download Package Content
      And "Deployment options" is set to Download all content locally before starting task sequence
      And it is enough that it runs
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates nothing

    Scenario: The option is unknown
      Given "Deployment options" is set to unknown
      When it is started from Software Center
      Then it leaves content-downloaded-locally, download-on-demand-available, on-demand-option-chosen, download-content-step-with-download-all and option-fits-availability open

    Scenario: The steps are unknown
      Given it is unknown which steps the task sequence has
      And "Deployment options" is set to Download all content locally before starting task sequence
      And it is enough that it runs
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing

    @asks-evidence
    Scenario: Of a task sequence without such a step the finding says that it is not applicable
      Given no step is Download Package Content
      When it is started from Software Center
      Then the finding on download-content-step-with-download-all is not applicable

    @asks-evidence
    Scenario: The step may be one of a task sequence whose steps are unknown
      Given it is unknown which steps the task sequence has
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then the finding on download-content-step-with-download-all is undetermined
