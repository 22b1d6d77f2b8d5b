@asks-run
Feature: What if the connection breaks, or the token ends?

  Large packages over slow lines take long. What counts is whether the same bytes are paid for twice.

  Background:
    Given a site on which everything is in order

  @resumed
  Rule: A download that breaks is resumed where it stopped

    Inferred: no page says how; only the rest is fetched, as is usual.

    Scenario Outline: It breaks when <share> of the drivers has come
      Given the connection breaks when <share> of "Drivers" has come
      When LT-001 runs it
      Then the download of "Drivers" breaks because "the connection breaks"
      And the download of "Drivers" goes on at <there>
      And it asks once where "Drivers" is
      And 5308 MB come in all
      And 5308 MB are on the device at once
      And the run ends well

      Examples: Early and late
        | share | there  |
        | 10 %  | 70 MB  |
        | 75 %  | 525 MB |

    Scenario: It breaks again, when half has come
      Given the connection breaks when 10 % of "Drivers" has come
      And the connection breaks after moment 12
      When LT-001 runs it
      Then the download of "Drivers" goes on at 350 MB
      And 5308 MB come in all

    Scenario: Nothing is downloaded when it breaks
      Given the connection breaks before "Check readiness"
      When LT-001 runs it
      Then nothing rests on resumed
      And the run ends well

  @token-renewed
  Rule: When the token ends, the client asks for sources again and goes on with the rest

    Inferred: the page gives the life of the token, 24 hours, and no more.

    Scenario: It ends during a download
      Given the token ends when 25 % of "Windows 10 1903" has come
      When LT-001 runs it
      Then the download of "Windows 10 1903" breaks because "the token ends"
      And it asks twice where "Windows 10 1903" is
      And the download of "Windows 10 1903" goes on at 1152 MB
      And nothing rests on hash-mismatch
      And 5308 MB come in all
      And the run ends well

    Scenario: It ends while nothing is downloaded
      Given the token ends after "Stage drivers"
      When LT-001 runs it
      Then it asks once where "Windows 10 1903" is
      And nothing rests on token-renewed

    Scenario: By then another source holds the content
      Given a cloud distribution point "CDP-WEST" of the site "PS2", with all content
      And the token ends while "Drivers" downloads
      And "Drivers" is removed from "CMG-EAST" while "Drivers" downloads
      When LT-001 runs it
      Then asked again for "Drivers" it lists "CDP-WEST"
      And it pulls "Drivers" from "CMG-EAST" and "CDP-WEST"
      And the download of "Drivers" goes on at 350 MB
