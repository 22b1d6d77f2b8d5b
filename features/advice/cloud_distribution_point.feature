Feature: How long will cloud distribution points do?

  Their end was announced in 1902. From 2107 on none can be created, and the documents no longer name them.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"
    And "Deployment options" is set to Download all content locally before starting task sequence
    And no step is Download Package Content
    And it is enough that it runs

  @cloud-distribution-point-has-a-future
  Rule: Content does not rest on cloud distribution points alone once none can be created

    What cannot be replaced any more is better left in time.

    Scenario Outline: Content on the cloud distribution point only, site and client at <release>
      Given only the cloud distribution point "CDP-EAST" holds content
      And site and client are at <release>
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates <violated>
      And it leaves <open> open

      Examples: As long as one can be created, and afterwards
        | release | violated                              | open    |
        | 1802    | nothing                               | nothing |
        | 2010    | nothing                               | nothing |
        | 2103    | nothing                               | nothing |
        | 2107    | cloud-distribution-point-has-a-future | nothing |
        | 2603    | cloud-distribution-point-has-a-future | nothing |

      Examples: No document says which technical preview ended it
        | release | violated | open                                  |
        | TP 1908 | nothing  | nothing                               |
        | TP 1909 | nothing  | nothing                               |
        | TP 1910 | nothing  | cloud-distribution-point-has-a-future |
        | TP 2107 | nothing  | cloud-distribution-point-has-a-future |

    Scenario Outline: The client is at another release than the site, which is at <site>
      Given only the cloud distribution point "CDP-EAST" holds content
      And the site is at <site>
      And the client is at <client>
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates <violated>

      Examples: The release of the site decides
        | site | client | violated                              |
        | 2103 | 2107   | nothing                               |
        | 2107 | 2103   | cloud-distribution-point-has-a-future |

    Scenario Outline: In the first release of the branch, <release>, one can be created
      Given only the cloud distribution point "CDP-EAST" holds content
      And site and client are at <release>
      When it is started from Software Center
      Then it does not run
      And it violates task-sequence-over-the-internet-available

      Examples: Both branches had them from the beginning
        | release |
        | 1511    |
        | TP 1512 |

    Scenario: Content that is split over both kinds of source rests on both
      Given site and client are at 2107
      And only the cloud distribution point "CDP-EAST" holds "Drivers"
      When it is started from Software Center
      Then it violates cloud-distribution-point-has-a-future

    Scenario Outline: A gateway holds all content as well, and its setting is <setting>
      Given site and client are at 2107
      And only the cloud distribution point "CDP-EAST" holds content
      And "Windows 10 1903" is installed on the gateway "CMG-EAST"
      And "Drivers" is installed on the gateway "CMG-EAST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <setting>
      When it is started from Software Center
      Then it downloads everything before the start
      And it violates <violated>
      And it leaves <open> open

      Examples: It is no source unless it is content-enabled
        | setting | violated                              | open                                  |
        | on      | nothing                               | nothing                               |
        | off     | cloud-distribution-point-has-a-future | nothing                               |
        | unknown | nothing                               | cloud-distribution-point-has-a-future |

    @asks-evidence
    Scenario: The finding is not asked where gateways hold all content
      Given site and client are at 2107
      When it is started from Software Center
      Then the finding on cloud-distribution-point-has-a-future is not applicable
