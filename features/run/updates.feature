@asks-run
Feature: What does an update of a package change?

  An administrator updates the content of a package, and the sources get it sooner or later.

  Background:
    Given a site on which everything is in order

  @package-updated
  Rule: A package that is updated has a new version, which sources have at once or not yet

    Inferred: the pages say that content counts in its current version. How far its distribution has come, and that
    its size stays, is what the asker says.

    Scenario: The new version is distributed at once
      Given "Drivers" is updated before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST"
      And 700 MB come for "Stage drivers"
      And the run ends well
      And it rests on package-updated

    Scenario: What came of the old version is thrown away
      Given "Drivers" is updated while "Drivers" downloads
      When LT-001 runs it
      Then 1400 MB come for "Stage drivers"
      And 700 MB are thrown away

    Scenario: The new version is not distributed yet
      Given "Drivers" is updated and not distributed before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" the management point lists nothing
      And the run fails at "Stage drivers"

    Scenario: A source that was behind stays behind
      Given a cloud distribution point "CDP-WEST" of the site "PS1", with all content
      And "Drivers" is outdated on the cloud distribution point "CDP-WEST"
      And "Drivers" is updated before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST"
      And for "Drivers" "CDP-WEST" is left out, as only-current says

    Scenario: A package that another step needs
      Given "Windows 10 1903" is updated and not distributed before "Stage drivers"
      When LT-001 runs it
      Then the run fails at "Upgrade Operating System"
      And before "Stage drivers" starts it has downloaded "Drivers"
