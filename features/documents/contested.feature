Feature: Where do documents contradict one another on what is decided?

  Some pages deny what others promise. The project takes one reading, says which, and marks every finding that the other
  reading would turn round. Such a finding is contested.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And "Purpose" is set to Required
    And "Allow user to run the program independently of assignments" is set to on

  @asks-evidence @started-from-software-center
  Rule: Does a required deployment start on its schedule, or is Software Center the only way?

    No document resolves it. That schedules are allowed follows from pages on the purpose of deployments.

    Scenario Outline: It is started <start>
      When it is started <start>
      Then the finding on started-from-software-center is <quality>
      And the finding on started-from-software-center names <contradictions>

      Examples: Schedules are contested; the contradiction on media was corrected on the same day
        | start                | quality     | contradictions   |
        | from Software Center | uncontested | no contradiction |
        | by its schedule      | contested   | E12              |
        | over PXE             | uncontested | E02              |
        | from boot media      | uncontested | E02              |
        | from Windows PE      | uncontested | E02              |
        | in an unknown way    | contested   | E02 and E12      |

  @asks-evidence @client-gets-cloud-content @client-uses-gateway
  Rule: Do the client settings matter to content on a cloud distribution point?

    One text asks for them only where a gateway serves the content, another always. Of the setting for gateways nothing
    hangs on it, since the client needs the gateway anyway.

    Scenario Outline: Content is only on <source>
      Given only <source> holds content
      When it is started from Software Center
      Then the finding on client-gets-cloud-content is <quality>
      And the finding on client-gets-cloud-content names <content>
      And the finding on client-uses-gateway is uncontested
      And the finding on client-uses-gateway names <gateway>

      Examples: The default of the setting, and to whom it is deployed, are in dispute everywhere
        | source                                  | quality     | content           | gateway      |
        | the gateway "CMG-EAST"                  | uncontested | E05 and F154      | F154         |
        | the cloud distribution point "CDP-EAST" | contested   | E05, E13 and F154 | E13 and F154 |

    Scenario: Content that is split needs the gateway
      Given only the cloud distribution point "CDP-EAST" holds "Drivers"
      When it is started from Software Center
      Then the finding on client-gets-cloud-content is uncontested
      And the finding on client-uses-gateway names F154

  @asks-evidence @download-on-demand-available
  Rule: Does a cloud source serve a task sequence that downloads when needed?

    A page that denies it went stale, and was corrected. So was a table on task sequences without a boot image.

    Scenario Outline: The task sequence is <kind>, the site at <site> and the client at <client>
      Given the task sequence is <kind>
      And the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then the finding on download-on-demand-available is uncontested
      And the finding on download-on-demand-available names <contradictions>

      Examples: From the release on that brought it to the site
        | kind              | site | client | contradictions   |
        | an upgrade        | 1906 | 1906   | no contradiction |
        | an upgrade        | 1906 | 1910   | no contradiction |
        | an upgrade        | 1910 | 1910   | E01              |
        | an upgrade        | 1910 | 1906   | E01              |
        | a script sequence | 1906 | 1906   | no contradiction |
        | a script sequence | 1910 | 1910   | E01 and E07      |
