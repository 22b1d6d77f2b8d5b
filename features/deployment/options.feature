Feature: How is the content downloaded?

  A deployment has one of three options: download each package when a step needs it, download all of them before the
  start, or run them from the distribution point.

  Background:
    Given a site on which everything is in order
    And no step is Download Package Content

  @content-downloaded-locally
  Rule: One of the two download options is chosen

    Running content from a distribution point does not work with sources in the cloud.

    Scenario Outline: At <release> the option is: <option>
      Given site and client are at <release>
      And it is enough that it runs
      And "Deployment options" is set to <option>
      And "Copy the content in this package to a package share on distribution points" is set to on for "Drivers"
      And "Copy the content in this package to a package share on distribution points" is set to on for "Windows 10 1903"
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Both download options run
        | release | option                                                            | outcome                               | violated |
        | 1910    | Download content locally when needed by the running task sequence | downloads on demand                   | nothing  |
        | 1910    | Download all content locally before starting task sequence        | downloads everything before the start | nothing  |
        | 1906    | Download all content locally before starting task sequence        | downloads everything before the start | nothing  |

      Examples: Running from a distribution point does not
        | release | option                                                                                     | outcome      | violated                   |
        | 1906    | Access content directly from a distribution point when needed by the running task sequence | does not run | content-downloaded-locally |
        | 1910    | Access content directly from a distribution point when needed by the running task sequence | does not run | content-downloaded-locally |

    Scenario: The option is unknown
      Given "Deployment options" is set to unknown
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves content-downloaded-locally, download-on-demand-available, on-demand-option-chosen and option-fits-availability open

    @asks-evidence
    Scenario Outline: At <site> the finding is <quality>
      Given the site is at <site>
      And the client is at <client>
      And "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence
      When it is started from Software Center
      Then the finding on content-downloaded-locally is <quality>

      Examples: Pages from 1802 to 1906 refuse the option in words
        | site | client | quality    |
        | 1710 | 1710   | inferred   |
        | 1802 | 1802   | documented |
        | 1806 | 1806   | documented |
        | 1902 | 1902   | documented |
        | 1906 | 1906   | documented |
        | 1906 | 1910   | documented |

      Examples: Elsewhere it is read from a list that lacks it
        | site    | client  | quality  |
        | 1910    | 1910    | inferred |
        | 1910    | 1906    | inferred |
        | 2002    | 2002    | inferred |
        | TP 1802 | TP 1802 | inferred |
        | TP 1909 | TP 1909 | inferred |
