Feature: Which release is this version?

  The console shows versions. Of a version only the build counts: hotfixes change the rest.

  Background:
    Given a site on which everything is in order

  Rule: A version counts as the release that has its build

    Client and site of one release start with different revisions.

    Scenario Outline: The site at <site>, the client at <client>
      Given the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Written in any of the ways in which the product writes it
        | site           | client         | outcome             | violated                     |
        | 5.00.8853      | 5.00.8853.1006 | does not run        | download-on-demand-available |
        | 5.00.8853.1000 | 1910           | does not run        | download-on-demand-available |
        | 5.00.8913      | 5.00.8913      | downloads on demand | nothing                      |
        | 5.0.8913.1000  | 5.00.8913.1006 | downloads on demand | nothing                      |
        | 5.00.8913.1006 | 5.00.8853.1006 | does not run        | download-on-demand-available |

  Rule: A build that is in no table is of an unknown release, and not of the nearest

    It may be of a technical preview, of which no table exists, or newer than the table.

    Scenario: The site
      Given the site is at 5.00.8914.1000
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves task-sequence-over-the-internet-available, no-defect-of-2002, gateway-serves-content and download-on-demand-available open

    Scenario: The client
      Given the client is at 5.00.9999.1000
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves task-sequence-over-the-internet-available and download-on-demand-available open

    Scenario: What is too old stays too old, whatever the other side is
      Given the site is at 5.00.9999.1000
      And the client is at 1906
      When it is started from Software Center
      Then it does not run
      And it violates download-on-demand-available

    @asks-evidence
    Scenario: The finding names the build
      Given the site is at 5.00.9999.1000
      When it is started from Software Center
      Then the finding on download-on-demand-available tells "build 9999 of the site is not in the table of releases, so its release is unknown"

    @asks-evidence
    Scenario: The client tells of which branch the site is
      Given it is unknown which release the site has
      When it is started from Software Center
      Then the finding on no-defect-of-2002 is undetermined
      And the finding on no-defect-of-2002 tells "client 'LT-001'"

  Rule: Current branch and technical preview are two series that reuse the same numbers

    They bring abilities at different numbers.

    Scenario Outline: Site and client at <release>
      Given site and client are at <release>
      And the client was registered with a bulk registration token
      When it is started from Software Center
      Then it <outcome>

      Examples: The same number, and not the same release
        | release | outcome             |
        | 2002    | does not run        |
        | TP 2002 | downloads on demand |
