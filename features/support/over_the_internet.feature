Feature: Does a task sequence run over the internet at all?

  The ability came to the product with a release. Before it, no setting helps.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And only the cloud distribution point "CDP-EAST" holds content
    And "Deployment options" is set to Download all content locally before starting task sequence
    And no step is Download Package Content
    And it is enough that it runs

  @task-sequence-over-the-internet-available
  Rule: Site and client are of a release in which such a task sequence runs over a gateway

    The documents name the release of the site. What's new pages ask for the latest client, too, which is read as:
    a client of at least the release that brought the ability.

    Scenario Outline: An upgrade, site and client at <release>
      Given site and client are at <release>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Before the ability came to the branch
        | release | outcome      | violated                                  |
        | 1511    | does not run | task-sequence-over-the-internet-available |
        | 1706    | does not run | task-sequence-over-the-internet-available |
        | 1710    | does not run | task-sequence-over-the-internet-available |
        | TP 1801 | does not run | task-sequence-over-the-internet-available |

      Examples: From the release that brought it on
        | release | outcome                               | violated |
        | 1802    | downloads everything before the start | nothing  |
        | 1806    | downloads everything before the start | nothing  |
        | 2103    | downloads everything before the start | nothing  |
        | TP 1802 | downloads everything before the start | nothing  |
        | TP 1803 | downloads everything before the start | nothing  |

    Scenario Outline: An upgrade, the site at <site> and the client at <client>
      Given the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then it does not run
      And it violates task-sequence-over-the-internet-available

      Examples: The site is ahead of the client
        | site    | client  |
        | 1802    | 1710    |
        | 2103    | 1710    |
        | TP 1802 | TP 1801 |

      Examples: The client is ahead of the site
        | site    | client  |
        | 1710    | 1802    |
        | 1710    | 2603    |
        | TP 1801 | TP 1802 |

    Scenario Outline: A script sequence on the current branch, the site at <site> and the client at <client>
      Given the task sequence is a script sequence
      And the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Documented from 1802 on
        | site | client | outcome                               | violated                                  |
        | 1802 | 1802   | downloads everything before the start | nothing                                   |
        | 1806 | 1802   | downloads everything before the start | nothing                                   |
        | 1802 | 1710   | does not run                          | task-sequence-over-the-internet-available |

      Examples: No document speaks of it before, whatever the client is
        | site | client | outcome        | violated |
        | 1710 | 1710   | is not covered | nothing  |
        | 1710 | 1802   | is not covered | nothing  |

    Scenario Outline: A script sequence is of no help to the technical preview, as at <release>
      Given the task sequence is a script sequence
      And site and client are at <release>
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing

      Examples: No document tells which previews run it
        | release |
        | TP 1512 |
        | TP 1802 |
        | TP 2309 |
