@asks-plan
Feature: Which changes mend several faults?

  A plan is as short as can be, and in the order in which an administrator works: site, gateway, content, clients, task
  sequence, deployment, start.

  Background:
    Given a site on which everything is in order

  Rule: Each fault takes its change, and the order is the administrator's

    Whoever works through the list from the top never has to go back.

    Scenario: Faults all over the site
      Given "Allow task sequence to run for client on the Internet" is set to off
      And "Enabled" is set to No
      And "Allow access to cloud distribution point" is set to No
      And no source holds "Drivers"
      And the gateway "CMG-EAST" is stopped
      And the site is at 1906
      When a plan is made to start it over PXE
      Then the plan is
        | change                                                                                               |
        | Update the site to at least 1910                                                                     |
        | Start the gateway 'CMG-EAST'                                                                         |
        | Distribute 'Drivers' to the gateway 'CMG-EAST'                                                       |
        | Set **Allow access to cloud distribution point** to Yes in 'Default Client Settings'                 |
        | Enable the task sequence 'Upgrade to Windows 10'                                                     |
        | Select **Allow task sequence to run for client on the Internet** on the deployment 'Upgrade laptops' |
        | Start the task sequence from Software Center                                                         |

  Rule: Both sides are updated where both are too old

    An update of the site does not upgrade its clients by itself.

    Scenario: Site and client are too old to download on demand
      Given site and client are at 1906
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                          |
        | Update the site to at least 1910                |
        | Upgrade the client of 'LT-001' to at least 1910 |

    Scenario: Site and client are too old for an upgrade over the internet
      Given site and client are at 1710
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      And "Deployment options" is set to Download all content locally before starting task sequence
      And it is enough that it runs
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                          |
        | Update the site to at least 1802                |
        | Upgrade the client of 'LT-001' to at least 1802 |

    Scenario: It is enough that it runs, so downloading everything will do, and takes one change
      Given site and client are at 1906
      And it is enough that it runs
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                                                                    |
        | Choose **Download all content locally before starting task sequence** on the deployment 'Upgrade laptops' |
      And there is no other plan of that size

    Scenario: It is enough that it runs, and updating is as short
      Given the site is at 1906
      And it is enough that it runs
      When a plan is made to start it from Software Center
      Then the plan is
        | change                           |
        | Update the site to at least 1910 |
      And other plans of that size are
        | changes                                                                                                   |
        | Choose **Download all content locally before starting task sequence** on the deployment 'Upgrade laptops' |

    Scenario: On a technical preview
      Given site and client are at TP 1908
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                             |
        | Update the site to at least TP 1909                |
        | Upgrade the client of 'LT-001' to at least TP 1909 |

    Scenario: It is enough that it runs, and so either download option will do
      Given "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence
      And it is enough that it runs
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                                                                           |
        | Choose **Download content locally when needed by the running task sequence** on the deployment 'Upgrade laptops' |
      And other plans of that size are
        | changes                                                                                                   |
        | Choose **Download all content locally before starting task sequence** on the deployment 'Upgrade laptops' |
