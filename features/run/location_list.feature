@asks-run
Feature: Which sources does the management point list?

  The client asks for each package where it is. What is not in the answer does not exist for the client, and nobody tells
  it why.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-WEST" of the site "PS1", with all content

  @only-holders
  Rule: Only sources that hold the requested content are listed

    The answer is for one package; another package may have other sources.

    Scenario Outline: "Drivers" is <held> on the cloud distribution point
      Given "Drivers" is <held> on the cloud distribution point "CDP-WEST"
      When LT-001 runs it
      Then for "Drivers" the management point lists <drivers>
      And for "Windows 10 1903" the management point lists "CMG-EAST" and "CDP-WEST"

      Examples: Either source is asked about on its own
        | held      | drivers                   |
        | installed | "CMG-EAST" and "CDP-WEST" |
        | missing   | "CMG-EAST"                |

    Scenario: It was never distributed there
      Given "Drivers" is missing on the cloud distribution point "CDP-WEST"
      When LT-001 runs it
      Then for "Drivers" "CDP-WEST" is left out, as only-holders says

  @only-current
  Rule: A source that holds another version, or not all of it, is not listed

    Inferred: the pages speak of the requested content, and that is its current version, complete.

    Scenario Outline: What the cloud distribution point has of "Drivers" is <held>
      Given "Drivers" is <held> on the cloud distribution point "CDP-WEST"
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST"
      And for "Drivers" "CDP-WEST" is left out, as only-current says
      And for "Drivers" "CDP-WEST" is left out: "<detail>"

      Examples: Every way of being unfit
        | held               | detail                                   |
        | outdated           | it holds version 0, the current one is 1 |
        | still distributing | the content there is distributing        |
        | failed             | the content there is failed              |
        | being removed      | the content there is removing            |

  @only-cloud
  Rule: A client on a gateway gets content from cloud sources only

    Neither boundary groups nor peers count, and no distribution point on-premises, be it internet-facing.

    Scenario: Distribution points that hold the package
      Given an internet-facing distribution point "IDP01"
      And "Windows 10 1903" is installed on the distribution point "IDP01"
      When LT-001 runs it
      Then for "Windows 10 1903" the management point lists "CMG-EAST" and "CDP-WEST"
      And for "Windows 10 1903" "IDP01" is left out, as only-cloud says
      And for "Windows 10 1903" "DP01" is left out, as only-cloud says

  @only-serving-gateways
  Rule: A gateway that is not content-enabled serves no content

    Whatever was distributed to it earlier.

    Scenario Outline: The setting is <set>
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <set>
      When LT-001 runs it
      Then for "Drivers" the management point lists <listed>

      Examples: Both ways
        | set | listed                    |
        | on  | "CMG-EAST" and "CDP-WEST" |
        | off | "CDP-WEST"                |

    Scenario Outline: Site and client are at <release>
      Given "Deployment options" is set to Download all content locally before starting task sequence
      And site and client are at <release>
      When LT-001 runs it
      Then for "Drivers" the management point lists <listed>

      Examples: From 1806 a gateway can be content-enabled
        | release | listed                    |
        | 1802    | "CDP-WEST"                |
        | 1806    | "CMG-EAST" and "CDP-WEST" |

    Scenario: Why it is left out
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When LT-001 runs it
      Then for "Drivers" "CMG-EAST" is left out, as only-serving-gateways says
