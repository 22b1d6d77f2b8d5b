@asks-plan
Feature: How does the content get to the cloud?

  There may be several sources to which a package could go. They are interchangeable, and the administrator chooses.

  Background:
    Given a site on which everything is in order

  Rule: The verb says how far the package has come

    Each state of the content has its own action in the console.

    Scenario Outline: "Drivers" is <held> on the gateway
      Given "Drivers" is <held> on the gateway "CMG-EAST"
      When a plan is made to start it from Software Center
      Then the plan is
        | change   |
        | <change> |

      Examples: What is done in the console differs
        | held               | change                                                  |
        | missing            | Distribute 'Drivers' to the gateway 'CMG-EAST'          |
        | being removed      | Distribute 'Drivers' to the gateway 'CMG-EAST'          |
        | outdated           | Update 'Drivers' on the gateway 'CMG-EAST'              |
        | failed             | Redistribute 'Drivers' to the gateway 'CMG-EAST'        |
        | still distributing | Finish distributing 'Drivers' to the gateway 'CMG-EAST' |

  Rule: Sources to which it may go are alternatives

    Which one is cheaper the model does not know.

    Scenario: A gateway and a cloud distribution point
      Given a cloud distribution point "CDP-EAST"
      And no source holds "Drivers"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                         | or else                                                         |
        | Distribute 'Drivers' to the gateway 'CMG-EAST' | Distribute 'Drivers' to the cloud distribution point 'CDP-EAST' |
      And there is no other plan of that size

    Scenario: Two gateways
      Given a gateway "CMG-WEST"
      And no source holds "Drivers"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                         | or else                                        |
        | Distribute 'Drivers' to the gateway 'CMG-EAST' | Distribute 'Drivers' to the gateway 'CMG-WEST' |

    Scenario: Enabling the gateway, or distributing elsewhere
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds "Windows 10 1903"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                                                                                        |
        | Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage** on the gateway 'CMG-EAST' |
      And other plans of that size are
        | changes                                                         |
        | Distribute 'Drivers' to the cloud distribution point 'CDP-EAST' |

    Scenario: Every package that is missing is distributed
      Given no source holds "Drivers"
      And no source holds "Windows 10 1903"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                 |
        | Distribute 'Drivers' to the gateway 'CMG-EAST'         |
        | Distribute 'Windows 10 1903' to the gateway 'CMG-EAST' |
