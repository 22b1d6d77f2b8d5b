@asks-run
Feature: When does content come that is downloaded when needed?

  The task sequence starts at once. What a step needs comes just before that step, and nothing comes for steps that are
  not reached.

  Background:
    Given a site on which everything is in order

  @content-before-its-step
  Rule: The content of a step comes just before that step

    This is what the option is for: no user waits for content at the start.

    Scenario: From the policy to the end
      When LT-001 runs it
      Then this happens
        | what               | about                    | source   |
        | policy received    |                          |          |
        | started            |                          |          |
        | sequence started   |                          |          |
        | step started       | Check readiness          |          |
        | step done          | Check readiness          |          |
        | location requested | Drivers                  |          |
        | sources answered   | Drivers                  |          |
        | source chosen      | Drivers                  | CMG-EAST |
        | download started   | Drivers                  | CMG-EAST |
        | download verified  | Drivers                  | CMG-EAST |
        | step started       | Stage drivers            |          |
        | step done          | Stage drivers            |          |
        | location requested | Windows 10 1903          |          |
        | sources answered   | Windows 10 1903          |          |
        | source chosen      | Windows 10 1903          | CMG-EAST |
        | download started   | Windows 10 1903          | CMG-EAST |
        | download verified  | Windows 10 1903          | CMG-EAST |
        | step started       | Upgrade Operating System |          |
        | step done          | Upgrade Operating System |          |
        | sequence ended     |                          |          |

    Scenario Outline: Before "<step>"
      When LT-001 runs it
      Then before the task sequence starts it has downloaded nothing
      And before "<step>" starts it has downloaded <packages>

      Examples: What the steps so far need, and no more
        | step                     | packages                        |
        | Check readiness          | nothing                         |
        | Stage drivers            | "Drivers"                       |
        | Upgrade Operating System | "Drivers" and "Windows 10 1903" |

    Scenario: A step that needs two packages
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      And a last step "Keep for repair" that refers to "Drivers" and "Windows 10 1903"
      When LT-001 runs it
      Then before "Keep for repair" starts it has downloaded "Windows 10 1903" and "Drivers"
      And 700 MB come for "Keep for repair"

  @step-runs
  Rule: A step starts once all its content is on the device

    The pages say when content is fetched; that a step runs on what is complete follows. Inferred.

    Scenario: A package of two cannot be had
      Given a last step "Keep for repair" that refers to "Drivers" and "Windows 10 1903"
      And "Upgrade Operating System" runs only if the model equals "Surface Pro"
      And "Windows 10 1903" is removed from "CMG-EAST" before "Stage drivers"
      When LT-001 runs it
      Then the steps "Check readiness" and "Stage drivers" run
      And the run fails at "Keep for repair"

    Scenario: A step without content
      Given no step refers to a package
      When LT-001 runs it
      Then the steps "Check readiness", "Stage drivers" and "Upgrade Operating System" run
      And in all it has downloaded nothing

  @child-runs
  Rule: The steps of a child or a group run in the place of the step that holds them

    Inferred: the pages say that a step runs the child, and not in which order content comes. It comes just before each
    step, not when the child or the group begins.

    Scenario: A child and a child of the child
      Given a child task sequence "Install applications" that refers to "Office"
      And "Install applications" has a child "Install fonts" that refers to "Fonts"
      When LT-001 runs it
      Then before "Run Install applications" starts it has downloaded "Drivers" and "Windows 10 1903"
      And before "Install Office" starts it has downloaded "Drivers", "Windows 10 1903" and "Office"
      And before "Install Fonts" starts it has downloaded "Drivers", "Windows 10 1903", "Office" and "Fonts"
      And it rests on child-runs

    Scenario: A group
      Given the steps "Stage drivers" and "Upgrade Operating System" are in the group "Upgrade"
      When LT-001 runs it
      Then the steps "Check readiness", "Upgrade", "Stage drivers" and "Upgrade Operating System" run
      And before "Upgrade" starts it has downloaded nothing
