@asks-run
Feature: What if content is updated or removed while it runs?

  An administrator changes packages at any time, and a run over a slow line takes hours.

  Background:
    Given a site on which everything is in order

  @hash-check
  Rule: Content is checked against its hash after it was downloaded

    Whichever of the two options downloads it.

    Scenario Outline: The option is: <option>
      Given "Deployment options" is set to <option>
      When LT-001 runs it
      Then it rests on hash-check
      And nothing rests on hash-mismatch
      And in all it has downloaded "Drivers" and "Windows 10 1903"

      Examples: Both download options
        | option                                                            |
        | Download content locally when needed by the running task sequence |
        | Download all content locally before starting task sequence        |

  @hash-mismatch
  Rule: Content that is updated while it comes fails the check and is asked for anew

    Inferred: no page speaks of it. The check compares with the version that was asked for.

    Scenario: The drivers are updated while they come
      Given "Drivers" is updated while "Drivers" downloads
      When LT-001 runs it
      Then the download of "Drivers" fails because "'Drivers' is updated"
      And the download of "Drivers" goes on at 0 MB
      And it asks twice where "Drivers" is
      And 1400 MB come for "Stage drivers"
      And the run ends well

    Scenario: The token ends as well, so that the new version is listed before the old one is complete
      Given "Drivers" is updated while "Drivers" downloads
      And the token ends while "Drivers" downloads
      When LT-001 runs it
      Then the download of "Drivers" goes on at 0 MB
      And 1050 MB come for "Stage drivers"

    Scenario: Another package is updated
      Given "Windows 10 1903" is updated while "Drivers" downloads
      When LT-001 runs it
      Then 5308 MB come in all
      And nothing rests on hash-mismatch

    Scenario: The new version is not distributed yet
      Given "Drivers" is updated and not distributed while "Drivers" downloads
      When LT-001 runs it
      Then it asks once where "Drivers" is
      And the run ends well

  @nothing-listed
  Rule: With no source in the list nothing can be downloaded

    Users saw the error 0x80040102; that the step fails and the sequence with it follows. Inferred.

    Scenario Outline: <event>, just before the step
      Given <event> before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" the management point lists nothing
      And the download of "Drivers" fails, for "no source is listed"
      And the run fails at "Stage drivers"
      And it rests on nothing-listed

      Examples: The only source has it no more, or not in its current version
        | event                                    |
        | "Drivers" is removed from "CMG-EAST"     |
        | "Drivers" is updated and not distributed |

    Scenario Outline: <event>, after the step
      Given <event> after "Stage drivers"
      When LT-001 runs it
      Then the run ends well

      Examples: It is on the device by then
        | event                                    |
        | "Drivers" is removed from "CMG-EAST"     |
        | "Drivers" is updated and not distributed |
