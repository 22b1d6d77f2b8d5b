@asks-run
Feature: What if the device comes to the office, or leaves it?

  A run may begin at home and end in the office. The client finds out by itself where it is.

  Background:
    Given a site on which everything is in order

  @intranet-sources
  Rule: On the intranet the client uses the distribution points there

    Inferred: boundary groups are not described here, so all distribution points that hold the content count.

    Scenario: It comes to the office before the last step
      Given the client moves to the intranet before "Upgrade Operating System"
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST"
      And for "Windows 10 1903" the management point lists "DP01"
      And for "Windows 10 1903" "CMG-EAST" is left out, as intranet-sources says
      And the run ends well

    Scenario: It comes to the office before a step whose content no distribution point holds
      Given the client moves to the intranet before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" the management point lists nothing
      And the run fails at "Stage drivers"

    Scenario: It leaves again in time
      Given the client moves to the intranet after "Check readiness"
      And the client moves to the internet before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST"
      And 0 MB come from the distribution point "DP01"

    Scenario Outline: In the office, and <event>
      Given the client moves to the intranet before "Upgrade Operating System"
      And <event> before "Upgrade Operating System"
      When LT-001 runs it
      Then for "Windows 10 1903" the management point lists <listed>

      Examples: Changes to content reach distribution points as well
        | event                                            | listed  |
        | "Windows 10 1903" is updated                     | "DP01"  |
        | "Windows 10 1903" is updated and not distributed | nothing |
        | "Windows 10 1903" is removed from "DP01"         | nothing |

    Scenario: In the office no gateway is needed
      Given the client moves to the intranet before "Upgrade Operating System"
      And "CMG-EAST" stops before "Upgrade Operating System"
      When LT-001 runs it
      Then it pulls "Windows 10 1903" from "DP01"

  @intranet-download
  Rule: On the intranet the client downloads from a distribution point

    Inferred: the pages describe the download from the cloud; this one is taken to start, end and fail alike.

    Scenario: It comes from there, and no token is needed
      Given the client moves to the intranet before "Upgrade Operating System"
      And the token ends while "Windows 10 1903" downloads
      When LT-001 runs it
      Then 4608 MB come from the distribution point "DP01"
      And it asks once where "Windows 10 1903" is
      And it rests on intranet-download

  @moved
  Rule: A client that moved during a download asks again for sources

    Inferred: the client finds out by itself where it is; that it then takes sources of that place follows.

    Scenario: The device leaves the office halfway
      Given the client moves to the intranet before "Upgrade Operating System"
      And the client moves to the internet while "Windows 10 1903" downloads
      When LT-001 runs it
      Then the download of "Windows 10 1903" fails because "the client moves to the internet"
      And asked again for "Windows 10 1903" it lists "CMG-EAST"
      And it pulls "Windows 10 1903" from "DP01" and "CMG-EAST"
      And 2304 MB come from the distribution point "DP01"
      And the download of "Windows 10 1903" goes on at 2304 MB
      And it rests on moved
      And nothing rests on token-renewed

    Scenario: The device comes to the office halfway, and the source still serves it
      Given the client moves to the intranet while "Drivers" downloads
      When LT-001 runs it
      Then it pulls "Drivers" from "CMG-EAST"
      And it pulls "Windows 10 1903" from "DP01"
      And nothing rests on moved

  Rule: A run that begins on the intranet is not spoken of

    The documents at hand are about devices on the internet.

    Scenario: It is started in the office
      Given the client is on the intranet
      When LT-001 runs it
      Then nothing happens
