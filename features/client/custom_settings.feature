Feature: Which client settings count?

  Custom client settings go before the default ones, for the members of the collections to which they are deployed, and
  group by group: what an object does not tick, it leaves to the next.

  Background:
    Given a site on which everything is in order

  @asks-settings @client-gets-cloud-content
  Rule: One custom object goes before the default settings

    A fault in the default settings may thus be hidden, and a custom object may be the fault.

    Scenario Outline: The default settings say <default>, custom settings for the client say <custom>
      Given "Allow access to cloud distribution point" is set to <default>
      And custom client settings "Internet laptops" with priority 5 for the client
      And "Allow access to cloud distribution point" is set to <custom> for "Internet laptops"
      When it is started from Software Center
      Then "Allow access to cloud distribution point" is effectively <custom>
      And it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: The custom object counts, whatever the default is
        | default | custom  | outcome             | violated                  | open                      |
        | No      | Yes     | downloads on demand | nothing                   | nothing                   |
        | Yes     | No      | does not run        | client-gets-cloud-content | nothing                   |
        | unknown | Yes     | downloads on demand | nothing                   | nothing                   |
        | Yes     | unknown | is undetermined     | nothing                   | client-gets-cloud-content |

    Scenario Outline: Custom settings for <reach> say No
      Given custom client settings "Kiosks" with priority 1 for <reach>
      And "Allow access to cloud distribution point" is set to No for "Kiosks"
      When it is started from Software Center
      Then "Allow access to cloud distribution point" is effectively <value>
      And it <outcome>
      And it violates <violated>

      Examples: They count where they are deployed to a collection of the client
        | reach                 | value   | outcome             | violated                  |
        | the client            | No      | does not run        | client-gets-cloud-content |
        | other clients         | Yes     | downloads on demand | nothing                   |
        | nobody                | Yes     | downloads on demand | nothing                   |
        | an unknown collection | unknown | is undetermined     | nothing                   |

    Scenario: Where the default settings agree, it does not matter whether custom settings count
      Given custom client settings "Kiosks" with priority 1 for an unknown collection
      And "Allow access to cloud distribution point" is set to Yes for "Kiosks"
      When it is started from Software Center
      Then "Allow access to cloud distribution point" is effectively Yes
      And it downloads on demand

    Scenario: It is unknown who is a member of the collection
      Given custom client settings "Kiosks" with priority 1 for the client
      And "Allow access to cloud distribution point" is set to No for "Kiosks"
      And it is unknown who is a member of the collection
      When it is started from Software Center
      Then "Allow access to cloud distribution point" is effectively unknown
      And it is undetermined
      And it leaves client-gets-cloud-content open

    Scenario: Custom settings that do not tick the group say nothing
      Given "Allow access to cloud distribution point" is set to No
      And custom client settings "Kiosks" with priority 1 for the client
      When it is started from Software Center
      Then "Allow access to cloud distribution point" is effectively No
      And it does not run
      And it violates client-gets-cloud-content

    Scenario: Custom settings that tick another group say nothing
      Given custom client settings "Kiosks" with priority 1 for the client
      And "Install permissions" is set to No Users for "Kiosks"
      When it is started from Software Center
      Then "Allow access to cloud distribution point" is effectively Yes
      And "Install permissions" is effectively No Users
      And it does not run
      And it violates install-permissions-allow-it

    @asks-evidence
    Scenario: The finding names the object that counts
      Given custom client settings "Kiosks" with priority 1 for the client
      And "Allow access to cloud distribution point" is set to No for "Kiosks"
      When it is started from Software Center
      Then the finding on client-gets-cloud-content tells "'Kiosks' says no"
