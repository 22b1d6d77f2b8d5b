Feature: Does it matter how large the client cache is?

  Not where any cache that the client may have gives the same answer.

  Background:
    Given a site on which everything is in order
    And no step is Download Package Content
    And it is enough that it runs
    And "Windows 10 1903" has a size of 4000 MB
    And "Drivers" has a size of 1000 MB

  @cache-size
  Rule: It matters where one possible cache holds the content and another does not

    Which client settings count is not always known, nor what they say.

    @asks-settings
    Scenario Outline: The cache is of <custom> MB if custom settings count, else of <default> MB
      Given "Maximum cache size (MB)" is set to <default>
      And custom client settings "Kiosks" with priority 1 for an unknown collection
      And "Maximum cache size (MB)" is set to <custom> for "Kiosks"
      When it is started from Software Center
      Then it violates <violated>
      And it leaves <open> open

      Examples: It matters only where one is large enough and the other is not
        | custom | default | violated   | open       |
        | 4000   | 20480   | nothing    | nothing    |
        | 3999   | 20480   | nothing    | cache-size |
        | 3999   | 100     | cache-size | nothing    |

    Scenario Outline: The size of the cache is unknown, the packages are of <windows> MB and <drivers> MB
      Given "Maximum cache size (MB)" is set to unknown
      And "Deployment options" is set to Download all content locally before starting task sequence
      And "Windows 10 1903" has a size of <windows> MB
      And "Drivers" has a size of <drivers> MB
      When it is started from Software Center
      Then it leaves <open> open

      Examples: No cache is smaller than 1 MB
        | windows | drivers | open       |
        | 0       | 0       | nothing    |
        | 1       | 0       | nothing    |
        | 1       | 1       | cache-size |
