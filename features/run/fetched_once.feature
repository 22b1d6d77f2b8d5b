@asks-run
Feature: Is anything downloaded twice?

  Whoever pays for what leaves the cloud wants to know. No page says that content is thrown away before the end.

  Background:
    Given a site on which everything is in order

  @fetched-once
  Rule: What is on the device is not downloaded again

    Inferred: no page says otherwise.

    Scenario: Two steps refer to the same package
      Given a last step "Keep for repair" that refers to "Drivers"
      When LT-001 runs it
      Then "Keep for repair" finds "Drivers" on the device
      And it asks once where "Drivers" is
      And in all it has downloaded "Drivers" and "Windows 10 1903"
      And 5308 MB come in all

    Scenario: One step refers to it twice
      Given a last step "Keep for repair" that refers to "Drivers" and "Drivers"
      And "Stage drivers" runs only if the model equals "Surface Pro"
      When LT-001 runs it
      Then in all it has downloaded "Windows 10 1903" and "Drivers"
      And nothing rests on fetched-once

    Scenario: Everything was downloaded before the start
      Given "Deployment options" is set to Download all content locally before starting task sequence
      When LT-001 runs it
      Then "Stage drivers" finds "Drivers" on the device
      And "Upgrade Operating System" finds "Windows 10 1903" on the device
      And 0 MB come while it runs

    Scenario: A new version is distributed after the download
      Given a last step "Keep for repair" that refers to "Drivers"
      And "Drivers" is updated after "Stage drivers"
      When LT-001 runs it
      Then "Keep for repair" finds "Drivers" on the device
      And 700 MB come for "Stage drivers"
      And 0 MB come for "Keep for repair"

    Scenario: A new version is distributed before the download
      Given a last step "Keep for repair" that refers to "Drivers"
      And "Drivers" is updated before "Stage drivers"
      When LT-001 runs it
      Then "Keep for repair" finds "Drivers" on the device
      And it asks once where "Drivers" is

    Scenario: The first download does not get to its end at once
      Given the connection breaks while "Drivers" downloads
      When LT-001 runs it
      Then in all it has downloaded "Drivers" and "Windows 10 1903"
      And 5308 MB come in all
