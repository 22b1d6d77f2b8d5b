Feature: Can it download on demand?

  Before the ability came, only the full client could fetch content from the cloud, so that all had to be there before
  the task sequence starts.

  Background:
    Given a site on which everything is in order

  @download-on-demand-available
  Rule: Site and client are of a release in which the engine downloads on demand

    There is no current branch 1909: the ability went from technical preview 1909 to current branch 1910.

    Scenario Outline: The site at <site>, the client at <client>
      Given the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Before it came, and from then on
        | site    | client  | outcome             | violated                     |
        | 1906    | 1906    | does not run        | download-on-demand-available |
        | 1910    | 1910    | downloads on demand | nothing                      |
        | 2002    | 2002    | downloads on demand | nothing                      |
        | 2603    | 2603    | downloads on demand | nothing                      |
        | TP 1908 | TP 1908 | does not run        | download-on-demand-available |
        | TP 1909 | TP 1909 | downloads on demand | nothing                      |
        | TP 1910 | TP 1910 | downloads on demand | nothing                      |

      Examples: The site is ahead of the client
        | site    | client  | outcome             | violated                     |
        | 1910    | 1906    | does not run        | download-on-demand-available |
        | 2603    | 1906    | does not run        | download-on-demand-available |
        | 2603    | 1910    | downloads on demand | nothing                      |
        | TP 1909 | TP 1908 | does not run        | download-on-demand-available |

      Examples: The client is ahead of the site
        | site    | client  | outcome             | violated                     |
        | 1906    | 1910    | does not run        | download-on-demand-available |
        | 1906    | 2603    | does not run        | download-on-demand-available |
        | 1910    | 2603    | downloads on demand | nothing                      |
        | TP 1908 | TP 1909 | does not run        | download-on-demand-available |

    Scenario Outline: A script sequence at <release>
      Given the task sequence is a script sequence
      And site and client are at <release>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: The same ability, for every task sequence
        | release | outcome             | violated                     |
        | 1906    | does not run        | download-on-demand-available |
        | 1910    | downloads on demand | nothing                      |

    Scenario: On a cloud distribution point as well
      Given a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing

    @asks-evidence
    Scenario Outline: With the option <option> the finding is <quality>
      Given "Deployment options" is set to <option>
      When it is started from Software Center
      Then the finding on download-on-demand-available is <quality>

      Examples: It is asked where content is downloaded when needed
        | option                                                                                     | quality        |
        | Download content locally when needed by the running task sequence                          | met            |
        | Download all content locally before starting task sequence                                 | not applicable |
        | Access content directly from a distribution point when needed by the running task sequence | not applicable |
        | unknown                                                                                    | undetermined   |
