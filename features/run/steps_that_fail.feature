@asks-run
Feature: When does a step fail?

  Whether the step itself succeeds is not modelled: here it fails for its content.

  Background:
    Given a site on which everything is in order

  @step-fails
  Rule: A step whose content cannot be had fails, and the task sequence with it

    Inferred: a step may be set to continue on errors, which is not described here.

    Scenario: The first of two steps with content
      Given "Drivers" is removed from "CMG-EAST" before "Stage drivers"
      When LT-001 runs it
      Then the run fails at "Stage drivers", for "'Drivers' cannot be downloaded"
      And the steps "Check readiness" run
      And in all it has downloaded nothing
      And it rests on step-fails

    Scenario: A step inside a group
      Given the steps "Stage drivers" and "Upgrade Operating System" are in the group "Upgrade"
      And "Windows 10 1903" is removed from "CMG-EAST" before "Upgrade Operating System"
      When LT-001 runs it
      Then the run fails at "Upgrade Operating System"

    Scenario: A step that is skipped does not fail
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      And "Drivers" is removed from "CMG-EAST" before "Stage drivers"
      When LT-001 runs it
      Then the run ends well

    Scenario: With download all first the same fault keeps it from starting
      Given "Deployment options" is set to Download all content locally before starting task sequence
      And "Stage drivers" runs only if the model equals "Surface Pro"
      And "Drivers" is removed from "CMG-EAST" after moment 1
      When LT-001 runs it
      Then the task sequence does not start

  @network-path
  Rule: A step that takes its source from a network path fails on the internet

    No cloud source holds such content; that the path cannot be reached follows. Inferred.

    Scenario: On the internet
      Given the upgrade step takes its source from a network path
      When LT-001 runs it
      Then the run fails at "Upgrade Operating System", for "its source is a network path"
      And in all it has downloaded "Drivers"

    Scenario: In the office by then
      Given the upgrade step takes its source from a network path
      And the client moves to the intranet before "Upgrade Operating System"
      When LT-001 runs it
      Then the run ends well
      And nothing rests on network-path

    Scenario: The step is skipped
      Given the upgrade step takes its source from a network path
      And "Upgrade Operating System" runs only if the architecture equals "arm64"
      When LT-001 runs it
      Then the run ends well
