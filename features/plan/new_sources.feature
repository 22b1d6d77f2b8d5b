@asks-plan
Feature: When is a new source created?

  A source that is there and can serve comes first. A cloud distribution point can be created to 2103.

  Background:
    Given a site on which everything is in order

  Rule: Where there is no source one is created, if it still can be

    A new source starts empty, so the content follows.

    Scenario: There is no gateway
      Given there is no gateway
      And a cloud distribution point "CDP-EAST"
      And "Windows 10 1903" is installed on the cloud distribution point "CDP-EAST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                            |
        | Create a cloud management gateway |

    Scenario: There is no gateway, and its content is gone with it
      Given there is no gateway
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                          |
        | Create a cloud management gateway               |
        | Distribute 'Drivers' to the new gateway         |
        | Distribute 'Windows 10 1903' to the new gateway |

    Scenario Outline: At <release> content is on no source, and the gateway is switched off
      Given site and client are at <release>
      And no source holds "Drivers"
      And no source holds "Windows 10 1903"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                                                                                        |
        | Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage** on the gateway 'CMG-EAST' |
        | Distribute 'Drivers' to the gateway 'CMG-EAST'                                                                                |
        | Distribute 'Windows 10 1903' to the gateway 'CMG-EAST'                                                                        |
      And other plans of that size are
        | changes |
        | <other> |

      Examples: A new cloud distribution point is as good, as long as one can be created
        | release | other                                                                                                                                                                     |
        | 1910    | Create a cloud distribution point, then: Distribute 'Drivers' to the new cloud distribution point, then: Distribute 'Windows 10 1903' to the new cloud distribution point |
        | 2103    | Create a cloud distribution point, then: Distribute 'Drivers' to the new cloud distribution point, then: Distribute 'Windows 10 1903' to the new cloud distribution point |
        | 2107    |                                                                                                                                                                           |

    Scenario: Before 1806 no gateway serves content, so a cloud distribution point is as good as an update
      Given site and client are at 1802
      And "Deployment options" is set to Download all content locally before starting task sequence
      And it is enough that it runs
      And no step refers to a package
      And a child task sequence "Install applications" that refers to "Office"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                                                                                        |
        | Update the site to at least 1806                                                                                              |
        | Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage** on the gateway 'CMG-EAST' |
      And other plans of that size are
        | changes                                                                                          |
        | Create a cloud distribution point, then: Distribute 'Office' to the new cloud distribution point |

    Scenario: Before 1806 an update is enough where the gateway is switched on
      Given site and client are at 1802
      And "Deployment options" is set to Download all content locally before starting task sequence
      And it is enough that it runs
      When a plan is made to start it from Software Center
      Then the plan is
        | change                           |
        | Update the site to at least 1806 |
