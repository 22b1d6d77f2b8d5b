Feature: May the client use the cloud?

  Two client settings decide it, both in the group **Cloud Services**. One lets the client speak to a gateway, the other
  lets it take content from a source in the cloud.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"

  @client-uses-gateway
  Rule: The client settings that count on the client let it use a gateway

    Off, the setting keeps the client from every gateway, and so from its site.

    Scenario Outline: **Enable clients to use a cloud management gateway** is <value>
      Given "Enable clients to use a cloud management gateway" is set to <value>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Yes, no, and not known
        | value   | outcome             | violated            | open                |
        | Yes     | downloads on demand | nothing             | nothing             |
        | No      | does not run        | client-uses-gateway | nothing             |
        | unknown | is undetermined     | nothing             | client-uses-gateway |

    Scenario Outline: It is <value>, and all content is on a cloud distribution point
      Given "Enable clients to use a cloud management gateway" is set to <value>
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Content elsewhere does not make up for it
        | value | outcome             | violated            |
        | Yes   | downloads on demand | nothing             |
        | No    | does not run        | client-uses-gateway |

  @client-gets-cloud-content
  Rule: The client settings that count on the client let it take content from the cloud

    The setting speaks of cloud distribution points, and means content-enabled gateways too. Its default is stated as
    No on one page and as Yes on another, so it is never assumed.

    Scenario Outline: **Allow access to cloud distribution point** is <value>, the content only on <source>
      Given "Allow access to cloud distribution point" is set to <value>
      And only <source> holds content
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: A gateway
        | value   | source                 | outcome             | violated                  | open                      |
        | Yes     | the gateway "CMG-EAST" | downloads on demand | nothing                   | nothing                   |
        | No      | the gateway "CMG-EAST" | does not run        | client-gets-cloud-content | nothing                   |
        | unknown | the gateway "CMG-EAST" | is undetermined     | nothing                   | client-gets-cloud-content |

      Examples: A cloud distribution point
        | value   | source                                  | outcome             | violated                  | open                      |
        | Yes     | the cloud distribution point "CDP-EAST" | downloads on demand | nothing                   | nothing                   |
        | No      | the cloud distribution point "CDP-EAST" | does not run        | client-gets-cloud-content | nothing                   |
        | unknown | the cloud distribution point "CDP-EAST" | is undetermined     | nothing                   | client-gets-cloud-content |

  Rule: What is left out is unknown, whatever the product's default

    A description that was made by hand or by a script may lack what nobody looked up.

    Scenario Outline: It is unknown <unknown>
      Given it is unknown <unknown>
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves client-uses-gateway, client-gets-cloud-content, install-permissions-allow-it and cache-size open

      Examples: Each hides what counts on the client
        | unknown                                 |
        | which client settings there are         |
        | which default client settings there are |
        | which custom client settings there are  |
