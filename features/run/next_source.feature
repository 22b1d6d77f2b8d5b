@asks-run
Feature: What happens where a source fails?

  A list of sources is there to be gone through.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-WEST" of the site "PS1", with all content
    And a cloud distribution point "CDP-ABROAD" of the site "PS2", with all content

  @next-source
  Rule: The next source of the list is tried, and what is there already is not fetched again

    Inferred: the pages give a list and no rule for failures.

    Scenario: The first source stops halfway
      Given "Drivers" is missing on the gateway "CMG-EAST"
      And "CDP-WEST" stops while "Drivers" downloads
      When LT-001 runs it
      Then for "Drivers" it tries "CDP-WEST" and "CDP-ABROAD"
      And it pulls "Drivers" from "CDP-WEST" and "CDP-ABROAD"
      And the download of "Drivers" goes on at 350 MB
      And 350 MB come from the cloud distribution point "CDP-ABROAD"
      And the run ends well

    Scenario: The first source is stopped from the beginning
      Given "Drivers" is missing on the gateway "CMG-EAST"
      And the cloud distribution point "CDP-WEST" is stopped
      When LT-001 runs it
      Then for "Drivers" it tries "CDP-WEST" and "CDP-ABROAD"
      And it pulls "Drivers" from "CDP-ABROAD"
      And it rests on next-source
      And it asks once where "Drivers" is

    Scenario: Every source fails
      Given only the cloud distribution point "CDP-WEST" holds "Drivers"
      And "Drivers" is installed on the cloud distribution point "CDP-ABROAD"
      And the cloud distribution point "CDP-WEST" is stopped
      And "CDP-ABROAD" stops when 20 % of "Drivers" has come
      When LT-001 runs it
      Then for "Drivers" it tries "CDP-WEST" and "CDP-ABROAD"
      And the run fails at "Stage drivers"

    Scenario: Each gives a part, and then each has failed
      Given "Drivers" is missing on the gateway "CMG-EAST"
      And "CDP-WEST" stops when 20 % of "Drivers" has come
      And "CDP-ABROAD" stops after moment 13
      When LT-001 runs it
      Then 140 MB come from the cloud distribution point "CDP-WEST"
      And 210 MB come from the cloud distribution point "CDP-ABROAD"
      And the run fails at "Stage drivers"

    Scenario: Equals are tried before sources of other sites
      Given "CMG-EAST" stops when 10 % of "Drivers" has come
      When LT-001 runs it
      Then for "Drivers" it tries "CMG-EAST" and "CDP-WEST"
      And 70 MB come from the gateway "CMG-EAST"
      And 630 MB come from the cloud distribution point "CDP-WEST"

    Scenario: The next source has lost it by then
      Given "Drivers" is missing on the gateway "CMG-EAST"
      And "Drivers" is removed from "CDP-ABROAD" while "Drivers" downloads
      And "CDP-WEST" stops while "Drivers" downloads
      When LT-001 runs it
      Then for "Drivers" it tries "CDP-WEST" and "CDP-ABROAD"
      And the run fails at "Stage drivers"

    Scenario: The next source holds a newer version by then
      Given "Drivers" is missing on the gateway "CMG-EAST"
      And "Drivers" is updated while "Drivers" downloads
      And "CDP-WEST" stops while "Drivers" downloads
      When LT-001 runs it
      Then it asks twice where "Drivers" is
      And it pulls "Drivers" from "CDP-WEST" and "CDP-ABROAD"
      And 1400 MB come for "Stage drivers"
      And the run ends well
