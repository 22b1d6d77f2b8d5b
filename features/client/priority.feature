Feature: Which of several custom client settings counts?

  Of two objects that both say something the one with the lower number counts.

  Background:
    Given a site on which everything is in order

  @asks-settings @client-uses-gateway
  Rule: The lowest number goes first

    The console shows the number as **Priority** and lets the administrator move objects up and down.

    Scenario Outline: "Kiosks" with priority <kiosks> says No, "Laptops" with priority <laptops> says Yes
      Given custom client settings "Kiosks" with priority <kiosks> for the client
      And "Enable clients to use a cloud management gateway" is set to No for "Kiosks"
      And custom client settings "Laptops" with priority <laptops> for the client
      And "Enable clients to use a cloud management gateway" is set to Yes for "Laptops"
      When it is started from Software Center
      Then "Enable clients to use a cloud management gateway" is effectively <value>
      And it <outcome>
      And it violates <violated>

      Examples: Not the order in which they were made
        | kiosks | laptops | value | outcome             | violated            |
        | 1      | 2       | No    | does not run        | client-uses-gateway |
        | 2      | 1       | Yes   | downloads on demand | nothing             |
        | 10     | 9       | Yes   | downloads on demand | nothing             |

    Scenario: The first does not tick the group, so the second counts
      Given custom client settings "Kiosks" with priority 1 for the client
      And custom client settings "Laptops" with priority 2 for the client
      And "Enable clients to use a cloud management gateway" is set to No for "Laptops"
      When it is started from Software Center
      Then "Enable clients to use a cloud management gateway" is effectively No
      And it does not run
      And it violates client-uses-gateway

    Scenario: The first is for others, so the second counts
      Given custom client settings "Kiosks" with priority 1 for other clients
      And "Enable clients to use a cloud management gateway" is set to No for "Kiosks"
      And custom client settings "Laptops" with priority 2 for the client
      And "Enable clients to use a cloud management gateway" is set to Yes for "Laptops"
      When it is started from Software Center
      Then "Enable clients to use a cloud management gateway" is effectively Yes
      And it downloads on demand

    Scenario: Two settings may come from two objects
      Given custom client settings "Kiosks" with priority 1 for the client
      And "Install permissions" is set to Only Administrators for "Kiosks"
      And custom client settings "Laptops" with priority 2 for the client
      And "Enable clients to use a cloud management gateway" is set to No for "Laptops"
      And the user is an administrator
      When it is started from Software Center
      Then "Install permissions" is effectively Only Administrators
      And "Enable clients to use a cloud management gateway" is effectively No
      And it violates client-uses-gateway
