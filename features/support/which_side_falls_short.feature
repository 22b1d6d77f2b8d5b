Feature: Which side falls short?

  An administrator updates the side that is too old, and not both.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And only the cloud distribution point "CDP-EAST" holds content

  @asks-evidence
  Rule: The finding names the side, its release, and the first release that will do

    That a client counts as well is inferred, except for what its own engine does.

    Scenario: The client is too old for an upgrade
      Given the site is at 1802
      And the client is at 1710
      When it is started from Software Center
      Then the client falls short: 1710, at least 1802
      And the finding on task-sequence-over-the-internet-available is inferred

    Scenario: The site is too old for an upgrade
      Given the site is at 1710
      And the client is at 1802
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then the site falls short: 1710, at least 1802
      And the client does not fall short
      And the finding on task-sequence-over-the-internet-available is documented

    Scenario: Both are too old for an upgrade
      Given site and client are at 1710
      When it is started from Software Center
      Then the site falls short: 1710, at least 1802
      And the client falls short: 1710, at least 1802
      And the finding on task-sequence-over-the-internet-available is documented

    Scenario: The client of a technical preview is too old for an upgrade
      Given the site is at TP 1909
      And the client is at TP 1801
      When it is started from Software Center
      Then the client falls short: TP 1801, at least TP 1802
      And the site does not fall short
      And the finding on task-sequence-over-the-internet-available is inferred

    Scenario: The client is too old for a script sequence
      Given the task sequence is a script sequence
      And the site is at 1910
      And the client is at 1710
      When it is started from Software Center
      Then the client falls short: 1710, at least 1802
      And the finding on task-sequence-over-the-internet-available is inferred
      And the finding on download-on-demand-available is documented

    Scenario: The client is too old to download on demand
      Given the client is at 1906
      When it is started from Software Center
      Then the client falls short: 1906, at least 1910
      And the site does not fall short
      And the finding on download-on-demand-available is documented

    Scenario: The client of a technical preview is too old to download on demand
      Given the site is at TP 1909
      And the client is at TP 1908
      When it is started from Software Center
      Then the client falls short: TP 1908, at least TP 1909
      And the site does not fall short
      And the finding on download-on-demand-available is inferred

    Scenario: The site is too old to download on demand
      Given the site is at 1906
      When it is started from Software Center
      Then the site falls short: 1906, at least 1910
      And the client does not fall short
      And the finding on download-on-demand-available is documented

    Scenario: The site is too old for a content-enabled gateway, and no client makes up for it
      Given site and client are at 1802
      And only the gateway "CMG-EAST" holds content
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then the site falls short: 1802, at least 1806
      And the client does not fall short

    Scenario: Both are new enough
      When it is started from Software Center
      Then the site does not fall short
      And the client does not fall short
      And the finding on task-sequence-over-the-internet-available is documented
      And the finding on download-on-demand-available is documented

    Scenario: Both are new enough, on a technical preview
      Given site and client are at TP 1909
      When it is started from Software Center
      Then the site does not fall short
      And the finding on download-on-demand-available is documented
