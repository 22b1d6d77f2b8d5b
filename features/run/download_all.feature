@asks-run
Feature: What happens if all content is downloaded before the start?

  Everything that any step refers to is fetched first, also what a condition will skip. Only then does the task sequence
  start.

  Background:
    Given a site on which everything is in order
    And "Deployment options" is set to Download all content locally before starting task sequence

  @all-before-start
  Rule: All content is on the device before the task sequence starts

    While it runs, nothing is asked of any source.

    Scenario: From the policy to the end
      When LT-001 runs it
      Then this happens
        | what               | about                    | source   |
        | policy received    |                          |          |
        | started            |                          |          |
        | location requested | Drivers                  |          |
        | sources answered   | Drivers                  |          |
        | source chosen      | Drivers                  | CMG-EAST |
        | download started   | Drivers                  | CMG-EAST |
        | download verified  | Drivers                  | CMG-EAST |
        | location requested | Windows 10 1903          |          |
        | sources answered   | Windows 10 1903          |          |
        | source chosen      | Windows 10 1903          | CMG-EAST |
        | download started   | Windows 10 1903          | CMG-EAST |
        | download verified  | Windows 10 1903          | CMG-EAST |
        | sequence started   |                          |          |
        | step started       | Check readiness          |          |
        | step done          | Check readiness          |          |
        | found on device    | Drivers                  |          |
        | step started       | Stage drivers            |          |
        | step done          | Stage drivers            |          |
        | found on device    | Windows 10 1903          |          |
        | step started       | Upgrade Operating System |          |
        | step done          | Upgrade Operating System |          |
        | sequence ended     |                          |          |

    Scenario: The content of children comes first, too
      Given a child task sequence "Install applications" that refers to "Office"
      When LT-001 runs it
      Then before the task sequence starts it has downloaded "Drivers", "Windows 10 1903" and "Office"

    Scenario: What a condition will skip comes all the same
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      When LT-001 runs it
      Then before the task sequence starts it has downloaded "Drivers" and "Windows 10 1903"
      And the steps "Check readiness" and "Upgrade Operating System" run
      And 700 MB come in vain
      And 0 MB are spared by conditions

  @not-started
  Rule: Where content is missing the task sequence does not start

    All content has to be there before the start; that nothing runs on a part of it follows. Inferred.

    Scenario: A package is removed while another downloads
      Given "Windows 10 1903" is removed from "CMG-EAST" while "Drivers" downloads
      When LT-001 runs it
      Then the task sequence does not start
      And it rests on not-started
      And in all it has downloaded "Drivers"

    Scenario: The same package is removed once everything is there
      Given "Windows 10 1903" is removed from "CMG-EAST" before "Check readiness"
      When LT-001 runs it
      Then the run ends well

    Scenario: The gateway stops while the first package downloads
      Given "CMG-EAST" stops while "Drivers" downloads
      When LT-001 runs it
      Then the task sequence does not start
      And 350 MB come from the gateway "CMG-EAST"

    Scenario: The gateway stops once everything is there
      Given "CMG-EAST" stops before "Check readiness"
      When LT-001 runs it
      Then the run ends well
