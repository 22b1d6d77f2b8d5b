@asks-run
Feature: How do several conditions of a step count together?

  In the console an If statement joins conditions: all, any or none of them must hold. Without one, all must.

  Background:
    Given a site on which everything is in order
    And "Stage drivers" runs only if the model equals "Latitude 7490"
    And "Stage drivers" runs only if the architecture equals "arm64"

  @conditions-at-run-time
  Rule: Conditions are evaluated while the task sequence runs

    LT-001 is a Latitude 7490 of the architecture x64, so that the first holds and the second does not.

    Scenario Outline: <joined> must hold, on the architecture <architecture>
      Given of the conditions of "Stage drivers" <joined> must hold
      And the client's architecture is "<architecture>"
      When LT-001 runs it
      Then in all it has downloaded <packages>

      Examples: All
        | joined | architecture | packages                        |
        | all    | x64          | "Windows 10 1903"               |
        | all    | arm64        | "Drivers" and "Windows 10 1903" |

      Examples: Any
        | joined | architecture | packages                        |
        | any    | x64          | "Drivers" and "Windows 10 1903" |
        | any    | arm64        | "Drivers" and "Windows 10 1903" |

      Examples: None
        | joined | architecture | packages          |
        | none   | x64          | "Windows 10 1903" |
        | none   | arm64        | "Windows 10 1903" |

    Scenario: Neither holds, and none may
      Given of the conditions of "Stage drivers" none must hold
      And the client's model is "Surface Pro"
      When LT-001 runs it
      Then in all it has downloaded "Drivers" and "Windows 10 1903"

    Scenario: It is told which condition is amiss
      When LT-001 runs it
      Then "Stage drivers" is skipped, for "not met: architecture equals 'arm64'"

    Scenario: It is told which condition holds and may not
      Given of the conditions of "Stage drivers" none must hold
      When LT-001 runs it
      Then "Stage drivers" is skipped, for "met, and none may be: model equals 'Latitude 7490'"

    Scenario: Neither holds, and any would do
      Given of the conditions of "Stage drivers" any must hold
      And the client's model is "Surface Pro"
      When LT-001 runs it
      Then in all it has downloaded "Windows 10 1903"
