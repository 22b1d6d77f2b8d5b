@asks-plan
Feature: To which source does content go?

  A plan that sends content where no client can fetch it would be reached on paper only.

  Background:
    Given a site on which everything is in order

  Rule: Content goes to sources that run and serve it

    A stopped source is listed all the same, and the download from it fails.

    Scenario Outline: Another gateway is <state>
      Given a gateway "CMG-WEST"
      And a cloud distribution point "CDP-EAST"
      And the cloud distribution point "CDP-EAST" is stopped
      And <state>
      And no source holds "Drivers"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                         | or else |
        | Distribute 'Drivers' to the gateway 'CMG-WEST' |         |

      Examples: Content goes where it is served for certain
        | state                                                                                                                       |
        | the gateway "CMG-EAST" is stopped                                                                                           |
        | the gateway "CMG-EAST" is in an unknown state                                                                               |
        | "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to unknown for "CMG-EAST" |

    Scenario: The only source that could serve is stopped
      Given the gateway "CMG-EAST" is stopped
      And a gateway "CMG-WEST"
      And a cloud distribution point "CDP-EAST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off for "CMG-WEST"
      And the cloud distribution point "CDP-EAST" is in an unknown state
      And no source holds "Drivers"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                          | or else |
        | Distribute 'Drivers' to the cloud distribution point 'CDP-EAST' |         |

    Scenario: Whichever gateway is started gets the content
      Given the gateway "CMG-EAST" is stopped
      And a gateway "CMG-WEST"
      And the gateway "CMG-WEST" is stopped
      And no source holds "Drivers"
      And no source holds "Windows 10 1903"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                 | or else |
        | Start the gateway 'CMG-EAST'                           |         |
        | Distribute 'Drivers' to the gateway 'CMG-EAST'         |         |
        | Distribute 'Windows 10 1903' to the gateway 'CMG-EAST' |         |
      And other plans of that size are
        | changes                                                                                                                                          |
        | Start the gateway 'CMG-WEST', then: Distribute 'Drivers' to the gateway 'CMG-WEST', then: Distribute 'Windows 10 1903' to the gateway 'CMG-WEST' |
