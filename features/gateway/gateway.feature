Feature: Is there a gateway?

  A client on the internet reaches its site through a cloud management gateway, and through nothing else.

  Background:
    Given a site on which everything is in order

  @gateway-set-up
  Rule: A cloud management gateway is set up and runs, whatever holds the content

    The documents list it on its own, beside the sources of content. A stopped one cuts its clients off.

    Scenario Outline: The only gateway is <state>
      Given the gateway "CMG-EAST" is <state>
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Running, stopped, and not known
        | state               | outcome             | violated       | open           |
        | running             | downloads on demand | nothing        | nothing        |
        | stopped             | does not run        | gateway-set-up | nothing        |
        | in an unknown state | is undetermined     | nothing        | gateway-set-up |

    Scenario Outline: Of two gateways one is <east>, the other <west>
      Given the gateway "CMG-EAST" is <east>
      And a gateway "CMG-WEST"
      And the gateway "CMG-WEST" is <west>
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: One that runs is enough
        | east    | west                | outcome             | violated       | open           |
        | stopped | running             | downloads on demand | nothing        | nothing        |
        | running | stopped             | downloads on demand | nothing        | nothing        |
        | running | in an unknown state | downloads on demand | nothing        | nothing        |
        | stopped | stopped             | does not run        | gateway-set-up | nothing        |
        | stopped | in an unknown state | is undetermined     | nothing        | gateway-set-up |

    Scenario: No gateway, although a cloud distribution point holds all content
      Given there is no gateway
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then it does not run
      And it violates gateway-set-up

    Scenario: No gateway, and so no content either
      Given there is no gateway
      When it is started from Software Center
      Then it does not run
      And it violates gateway-set-up and content-in-the-cloud

    Scenario: It is unknown which gateways there are
      Given it is unknown which gateways there are
      And a cloud distribution point "CDP-EAST"
      And "Windows 10 1903" is installed on the cloud distribution point "CDP-EAST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves gateway-set-up and cloud-distribution-point-has-a-future open

    @asks-evidence
    Scenario: The finding names the stopped gateway
      Given the gateway "CMG-EAST" is stopped
      When it is started from Software Center
      Then the finding on gateway-set-up tells "gateway 'CMG-EAST' is stopped"

    @asks-evidence
    Scenario: The finding says that there is none
      Given there is no gateway
      When it is started from Software Center
      Then the finding on gateway-set-up tells "there is no gateway"
