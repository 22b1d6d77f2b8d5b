Feature: Which cloud source do the documents name?

  Pages to 1906 name the cloud distribution point only, though gateways serve content from 1806 on. Later pages name the
  gateway only, though old cloud distribution points go on working. Both are taken as sources throughout.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"

  @asks-evidence @content-in-the-cloud
  Rule: A source that the pages of the time do not name is contested

    Read strictly, those pages would refuse what the product does.

    Scenario Outline: At <release> content is only on <source>
      Given site and client are at <release>
      And only <source> holds content
      When it is started from Software Center
      Then the finding on content-in-the-cloud is <quality>
      And the finding on content-in-the-cloud names <contradictions>

      Examples: The gateway, up to 1906 and from 1910 on
        | release | source                 | quality     | contradictions   |
        | 1806    | the gateway "CMG-EAST" | contested   | E11              |
        | 1906    | the gateway "CMG-EAST" | contested   | E11              |
        | 1910    | the gateway "CMG-EAST" | uncontested | no contradiction |
        | 2107    | the gateway "CMG-EAST" | uncontested | no contradiction |
        | TP 1908 | the gateway "CMG-EAST" | contested   | E11              |
        | TP 1909 | the gateway "CMG-EAST" | uncontested | no contradiction |

      Examples: The cloud distribution point, up to 2103 and from 2107 on
        | release | source                                  | quality     | contradictions   |
        | 1906    | the cloud distribution point "CDP-EAST" | uncontested | no contradiction |
        | 1910    | the cloud distribution point "CDP-EAST" | uncontested | no contradiction |
        | 2103    | the cloud distribution point "CDP-EAST" | uncontested | no contradiction |
        | 2107    | the cloud distribution point "CDP-EAST" | contested   | E11              |
        | TP 1909 | the cloud distribution point "CDP-EAST" | uncontested | no contradiction |
        | TP 1910 | the cloud distribution point "CDP-EAST" | contested   | E11              |

    Scenario Outline: At <release> content is split over both
      Given site and client are at <release>
      And only the cloud distribution point "CDP-EAST" holds "Drivers"
      When it is started from Software Center
      Then the finding on content-in-the-cloud is <content>
      And the finding on gateway-serves-content is <gateway>

      Examples: One package without a named source is enough
        | release | content     | gateway     |
        | 1906    | contested   | contested   |
        | 1910    | uncontested | uncontested |
        | 2107    | contested   | uncontested |

    Scenario: At 2107 content is on both, and the gateway is not content-enabled
      Given site and client are at 2107
      And "Windows 10 1903" is installed on the cloud distribution point "CDP-EAST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When it is started from Software Center
      Then the finding on content-in-the-cloud names E11

    Scenario: Each package is on both
      Given site and client are at 1906
      And "Windows 10 1903" is installed on the cloud distribution point "CDP-EAST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then the finding on content-in-the-cloud is uncontested
      And the finding on content-in-the-cloud names no contradiction

  @asks-evidence @gateway-serves-content @cloud-distribution-point-has-a-future
  Rule: So are the findings on that source

    Whoever reads one of them sees what the other pages say.

    Scenario Outline: At <release> the gateway holds all content
      Given site and client are at <release>
      When it is started from Software Center
      Then the finding on gateway-serves-content names <contradictions>

      Examples: From the release on in which one can serve content to 1906; before, every page would refuse it
        | release | contradictions   |
        | 1802    | no contradiction |
        | 1806    | E11              |
        | 1906    | E11              |
        | 1910    | no contradiction |

    Scenario Outline: At <release> the cloud distribution point holds all content
      Given site and client are at <release>
      And only the cloud distribution point "CDP-EAST" holds content
      When it is started from Software Center
      Then the finding on cloud-distribution-point-has-a-future is <quality>
      And the finding on cloud-distribution-point-has-a-future names <contradictions>
      And the finding on gateway-serves-content names no contradiction

      Examples: As long as one can be created, and afterwards
        | release | quality     | contradictions   |
        | 1511    | uncontested | no contradiction |
        | 2103    | uncontested | no contradiction |
        | 2107    | contested   | E11              |
        | TP 1512 | uncontested | no contradiction |
        | TP 1910 | contested   | E11              |
