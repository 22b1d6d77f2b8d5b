Feature: What becomes of an attempt?

  One violated condition keeps a task sequence from running; one unknown condition keeps the answer open. Advice does
  neither.

  Background:
    Given a site on which everything is in order

  Rule: What is refused goes before what is open, and both before the deployment option

    Whoever asks gets one answer, and behind it every finding.

    Scenario: Everything is in order
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing
      And it leaves nothing open

    Scenario: One condition is violated and one is unknown
      Given "Allow task sequence to run for client on the Internet" is set to off
      And "Allow access to cloud distribution point" is set to unknown
      When it is started from Software Center
      Then it does not run
      And it violates allowed-on-the-internet
      And it leaves client-gets-cloud-content open

    Scenario: One condition is unknown
      Given "Allow access to cloud distribution point" is set to unknown
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves client-gets-cloud-content open

    Scenario: Every fault is named, not only the first
      Given "Enabled" is set to No
      And the gateway "CMG-EAST" is stopped
      And "Enable clients to use a cloud management gateway" is set to No
      And "Allow task sequence to run for client on the Internet" is set to off
      And the site is at 1906
      When it is started over PXE
      Then it does not run
      And it violates task-sequence-enabled, gateway-set-up, client-uses-gateway, started-from-software-center, allowed-on-the-internet, download-on-demand-available and content-on-a-running-source

    Scenario: Advice against it, and advice that hangs on something unknown, keep nothing from running
      Given "Run another program first" is set to on
      And the upgrade step takes its source from a network path
      And "Maximum cache size (MB)" is set to unknown
      When it is started from Software Center
      Then it downloads on demand
      And it violates another-program-first and network-path-content
      And it leaves cache-size open

    Scenario Outline: The option is: <option>
      Given "Deployment options" is set to <option>
      And it is enough that it runs
      When it is started from Software Center
      Then it <outcome>

      Examples: Where nothing is in the way the option decides
        | option                                                            | outcome                               |
        | Download content locally when needed by the running task sequence | downloads on demand                   |
        | Download all content locally before starting task sequence        | downloads everything before the start |

  Rule: What is unknown matters only where it would change the answer

    Nobody is asked to find out what makes no difference.

    Scenario: A fault at any release
      Given it is unknown which release the site has
      And "Enabled" is set to No
      When it is started from Software Center
      Then it does not run
      And it violates task-sequence-enabled

    Scenario: A client that is too old for any site
      Given it is unknown which release the site has
      And the client is at 1906
      When it is started from Software Center
      Then it does not run
      And it violates download-on-demand-available
      And it leaves task-sequence-over-the-internet-available, no-defect-of-2002 and gateway-serves-content open

    Scenario: A site that is too old for any client
      Given it is unknown which release the client has
      And the site is at 1906
      When it is started from Software Center
      Then it does not run
      And it violates download-on-demand-available
      And it leaves task-sequence-over-the-internet-available open

    Scenario: Nothing in the office hangs on it
      Given the client is on the intranet
      And it is unknown which release the site has
      When it is started from Software Center
      Then it is not covered
      And it leaves nothing open
