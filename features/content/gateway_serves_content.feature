Feature: Does the gateway serve the content that it holds?

  A gateway is a source of content from 1806 on, and only if it is told to be one.

  Background:
    Given a site on which everything is in order
    And "Deployment options" is set to Download all content locally before starting task sequence
    And no step is Download Package Content
    And it is enough that it runs

  @gateway-serves-content
  Rule: Content that only gateways hold is on a gateway that is content-enabled

    A gateway that is not content-enabled passes on what clients and site say to each other, and no content.

    Scenario Outline: Content on the gateway only, the site at <release>
      Given site and client are at <release>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Before and after the release that brought it
        | release | outcome                               | violated               |
        | 1802    | does not run                          | gateway-serves-content |
        | 1806    | downloads everything before the start | nothing                |
        | 1810    | downloads everything before the start | nothing                |
        | TP 1805 | does not run                          | gateway-serves-content |
        | TP 1806 | downloads everything before the start | nothing                |
        | TP 1807 | downloads everything before the start | nothing                |

    Scenario Outline: Content on the gateway only, the site at <site> and the client at <client>
      Given the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: The release of the site decides
        | site    | client  | outcome                               | violated               |
        | 1806    | 1802    | downloads everything before the start | nothing                |
        | 1802    | 1806    | does not run                          | gateway-serves-content |
        | TP 1806 | TP 1805 | downloads everything before the start | nothing                |
        | TP 1805 | TP 1806 | does not run                          | gateway-serves-content |

    Scenario Outline: The gateway's setting is <setting>, and the content is only on <source>
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <setting>
      And a cloud distribution point "CDP-EAST"
      And only <source> holds content
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: It matters to content that only the gateway holds
        | setting | source                 | outcome                               | violated               | open                   |
        | on      | the gateway "CMG-EAST" | downloads everything before the start | nothing                | nothing                |
        | off     | the gateway "CMG-EAST" | does not run                          | gateway-serves-content | nothing                |
        | unknown | the gateway "CMG-EAST" | is undetermined                       | nothing                | gateway-serves-content |

      Examples: It does not matter to content on a cloud distribution point
        | setting | source                                  | outcome                               | violated | open    |
        | on      | the cloud distribution point "CDP-EAST" | downloads everything before the start | nothing  | nothing |
        | off     | the cloud distribution point "CDP-EAST" | downloads everything before the start | nothing  | nothing |
        | unknown | the cloud distribution point "CDP-EAST" | downloads everything before the start | nothing  | nothing |

    Scenario: At 1802 content on a cloud distribution point does not need the gateway
      Given site and client are at 1802
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates nothing
