Feature: Which value of each setting counts?

  What holds for one client setting holds for all: custom objects go before the default settings, the lowest number first.

  Background:
    Given a site on which everything is in order

  @asks-settings
  Rule: Custom settings go before the default ones

    The fault may be on either side, so the administrator has to know which one counts.

    Scenario Outline: "<label>" is <default> by default and <custom> by custom settings
      Given "<label>" is set to <default>
      And custom client settings "Internet laptops" with priority 7 for the client
      And "<label>" is set to <custom> for "Internet laptops"
      When it is started from Software Center
      Then "<label>" is effectively <custom>
      And it violates <violated>

      Examples: The custom object mends the default
        | label                                            | default  | custom    | violated |
        | Enable clients to use a cloud management gateway | No       | Yes       | nothing  |
        | Allow access to cloud distribution point         | No       | Yes       | nothing  |
        | Install permissions                              | No Users | All Users | nothing  |
        | Maximum cache size (MB)                          | 5        | 20480     | nothing  |

      Examples: The custom object spoils it
        | label                                            | default   | custom   | violated                     |
        | Enable clients to use a cloud management gateway | Yes       | No       | client-uses-gateway          |
        | Allow access to cloud distribution point         | Yes       | No       | client-gets-cloud-content    |
        | Install permissions                              | All Users | No Users | install-permissions-allow-it |
        | Maximum cache size (MB)                          | 20480     | 5        | cache-size                   |

  @asks-settings
  Rule: Of two custom objects the one with the lower number counts

    Neither the order in which they were made nor the default matters.

    Scenario Outline: "<label>" is <first> by the first, <second> by the second
      Given "<label>" is set to unknown
      And custom client settings "Second" with priority 2 for the client
      And "<label>" is set to <second> for "Second"
      And custom client settings "First" with priority 1 for the client
      And "<label>" is set to <first> for "First"
      When it is started from Software Center
      Then "<label>" is effectively <first>
      And it violates <violated>

      Examples: The first is in order
        | label                                            | first     | second   | violated |
        | Enable clients to use a cloud management gateway | Yes       | No       | nothing  |
        | Allow access to cloud distribution point         | Yes       | No       | nothing  |
        | Install permissions                              | All Users | No Users | nothing  |
        | Maximum cache size (MB)                          | 20480     | 5        | nothing  |

      Examples: The first is not
        | label                                            | first    | second    | violated                     |
        | Enable clients to use a cloud management gateway | No       | Yes       | client-uses-gateway          |
        | Allow access to cloud distribution point         | No       | Yes       | client-gets-cloud-content    |
        | Install permissions                              | No Users | All Users | install-permissions-allow-it |
        | Maximum cache size (MB)                          | 5        | 20480     | cache-size                   |
