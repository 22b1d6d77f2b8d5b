@asks-plan
Feature: Where does a plan end?

  What is unknown comes first; what no change mends is named; and what a change does to others is told.

  Background:
    Given a site on which everything is in order

  Rule: Unknown facts are found out first

    A change for what may be in order would be for nothing.

    Scenario Outline: "<label>" is unknown
      Given "<label>" is set to unknown
      When a plan is made to start it from Software Center
      Then first one finds out
        | what   |
        | <what> |
      And no change is needed

      Examples: Each hides a condition
        | label                                                 | what                                               |
        | Enabled                                               | whether the task sequence is enabled               |
        | Allow access to cloud distribution point              | whether the client may take content from the cloud |
        | Allow task sequence to run for client on the Internet | whether clients on the internet may run it         |
        | Make available to the following                       | to whom it is made available                       |

    Scenario: An unknown fact does not hide that another is needed, too
      Given "Purpose" is set to unknown
      And "Allow user to run the program independently of assignments" is set to unknown
      When a plan is made to start it from Software Center
      Then first one finds out
        | what                                           |
        | the purpose of the deployment                  |
        | whether a user may run it outside its schedule |

    Scenario: What is wrong for certain is mended all the same
      Given "Allow access to cloud distribution point" is set to unknown
      And "Enabled" is set to No
      When a plan is made to start it from Software Center
      Then first one finds out
        | what                                               |
        | whether the client may take content from the cloud |
      And the plan is
        | change                                           |
        | Enable the task sequence 'Upgrade to Windows 10' |

    Scenario Outline: No document says whether <kind> is supported
      Given the task sequence is <kind>
      And site and client are at <release>
      When a plan is made to start it from Software Center
      Then first one finds out
        | what                                                |
        | whether the product does what no document speaks of |
      And no change is needed

      Examples: Technical previews of which the documents are silent
        | kind                | release |
        | a script sequence   | TP 1909 |
        | an imaging sequence | TP 1910 |

    Scenario: Advice alone is nothing to be found out
      Given "Run another program first" is set to unknown
      When a plan is made to start it from Software Center
      Then nothing is to be found out

  Rule: There are faults that no change mends

    To build another task sequence is no change of one thing.

    Scenario: An imaging sequence would have to be another one
      Given the task sequence is an imaging sequence
      When a plan is made to start it from Software Center
      Then there is no plan, for upgrade-task-sequence cannot be mended

    Scenario: A client in the office
      Given the client is on the intranet
      When a plan is made to start it from Software Center
      Then there is no plan, for nothing cannot be mended

    Scenario: An available deployment never starts on a schedule, but it does from Software Center
      When a plan is made to start it by its schedule
      Then the plan is
        | change                                       |
        | Start the task sequence from Software Center |

  Rule: A change tells whom else it touches

    What helps one device may disturb another.

    Scenario: Other deployments of the task sequence, and other clients
      Given another deployment "Upgrade desktops" of the task sequence
      And another client "LT-002" in the collection
      And "Enabled" is set to No
      When a plan is made to start it from Software Center
      Then "Enable the task sequence 'Upgrade to Windows 10'" also touches "deployment 'Upgrade desktops'"
