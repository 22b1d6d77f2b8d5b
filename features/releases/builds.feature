@asks-evidence
Feature: Which release has which build?

  The table is the vendor's, as of December 2024; the last three rows are third-party tables'.

  Background:
    Given a site on which everything is in order

  Rule: Every release of the current branch is known by its build

    The build is the one part of a version that hotfixes leave alone.

    Scenario Outline: A site with the version <version>
      Given the site is at <version>
      When it is started from Software Center
      Then the site is read as <release>

      Examples: The releases of the current branch
        | version   | release |
        | 5.00.8325 | 1511    |
        | 5.00.8355 | 1602    |
        | 5.00.8412 | 1606    |
        | 5.00.8458 | 1610    |
        | 5.00.8498 | 1702    |
        | 5.00.8540 | 1706    |
        | 5.00.8577 | 1710    |
        | 5.00.8634 | 1802    |
        | 5.00.8692 | 1806    |
        | 5.00.8740 | 1810    |
        | 5.00.8790 | 1902    |
        | 5.00.8853 | 1906    |
        | 5.00.8913 | 1910    |
        | 5.00.8968 | 2002    |
        | 5.00.9012 | 2006    |
        | 5.00.9040 | 2010    |
        | 5.00.9049 | 2103    |
        | 5.00.9058 | 2107    |
        | 5.00.9068 | 2111    |
        | 5.00.9078 | 2203    |
        | 5.00.9088 | 2207    |
        | 5.00.9096 | 2211    |
        | 5.00.9106 | 2303    |
        | 5.00.9122 | 2309    |
        | 5.00.9128 | 2403    |
        | 5.00.9132 | 2409    |
        | 5.00.9135 | 2503    |
        | 5.00.9141 | 2509    |
        | 5.00.9146 | 2603    |

    Scenario Outline: A client with the version <version>
      Given the client is at <version>
      When it is started from Software Center
      Then the client is read as <release>

      Examples: Client and site have the same builds
        | version        | release |
        | 5.00.8634.1007 | 1802    |
        | 5.00.8853.1006 | 1906    |
        | 5.00.9096.1024 | 2211    |
