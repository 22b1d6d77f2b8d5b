@asks-run
Feature: What do conditions on steps change?

  One task sequence often serves many models. Conditions skip what a device does not need, and it depends on the
  deployment option whether that saves anything.

  Background:
    Given a site on which everything is in order

  @conditions-at-run-time
  Rule: Conditions are evaluated while the task sequence runs

    With download when needed nothing comes for a step that is skipped; download all first has fetched it by then.

    Scenario: The drivers are for another model
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      When LT-001 runs it
      Then "Stage drivers" is skipped, for "not met: model equals 'Surface Pro'"
      And in all it has downloaded "Windows 10 1903"
      And 700 MB are spared by conditions
      And the run ends well

    Scenario Outline: On a Latitude 7490 (x64) the step runs only if <condition>
      Given "Stage drivers" runs only if <condition>
      When LT-001 runs it
      Then before "Upgrade Operating System" starts it has downloaded <packages>

      Examples: It runs
        | condition                                | packages                        |
        | the model equals "Latitude 7490"         | "Drivers" and "Windows 10 1903" |
        | the model does not equal "Surface Pro"   | "Drivers" and "Windows 10 1903" |
        | the architecture equals "x64"            | "Drivers" and "Windows 10 1903" |
        | the variable "PilotGroup" does not exist | "Drivers" and "Windows 10 1903" |

      Examples: It is skipped
        | condition                                | packages          |
        | the model equals "Latitude 7400"         | "Windows 10 1903" |
        | the model does not equal "Latitude 7490" | "Windows 10 1903" |
        | the architecture equals "arm64"          | "Windows 10 1903" |
        | the variable "PilotGroup" exists         | "Windows 10 1903" |

    Scenario Outline: Where FreeSpaceGB is <value> the step runs only if <condition>
      Given "Stage drivers" runs only if <condition>
      And the client has the variable "FreeSpaceGB" with the value "<value>"
      When LT-001 runs it
      Then in all it has downloaded <packages>

      Examples: Both sides of a number
        | condition                                       | value | packages                        |
        | the variable "FreeSpaceGB" is greater than "20" | 20    | "Windows 10 1903"               |
        | the variable "FreeSpaceGB" is greater than "20" | 21    | "Drivers" and "Windows 10 1903" |
        | the variable "FreeSpaceGB" is less than "100"   | 99    | "Drivers" and "Windows 10 1903" |
        | the variable "FreeSpaceGB" is less than "100"   | 100   | "Windows 10 1903"               |

    Scenario Outline: A device of the model <model> with <architecture>
      Given the client's model is "<model>"
      And the client's architecture is "<architecture>"
      And "Stage drivers" runs only if the model equals "Surface Pro"
      And "Stage drivers" runs only if the architecture equals "arm64"
      When LT-001 runs it
      Then in all it has downloaded <packages>

      Examples: Where a step has two conditions, both must hold
        | model         | architecture | packages                        |
        | Surface Pro   | arm64        | "Drivers" and "Windows 10 1903" |
        | Surface Pro   | x64          | "Windows 10 1903"               |
        | Latitude 7490 | arm64        | "Windows 10 1903"               |

    Scenario: A group that is skipped takes along all that is in it
      Given the steps "Stage drivers" and "Upgrade Operating System" are in the group "Upgrade"
      And "Upgrade" runs only if the architecture equals "arm64"
      When LT-001 runs it
      Then "Upgrade" is skipped, for "not met: architecture equals 'arm64'"
      And the steps "Check readiness" run
      And 5308 MB are spared by conditions

    Scenario: A child that is skipped takes along its own children
      Given a child task sequence "Install applications" that refers to "Office"
      And "Install applications" has a child "Install fonts" that refers to "Fonts"
      And "Run Install applications" runs only if the architecture equals "arm64"
      When LT-001 runs it
      Then in all it has downloaded "Drivers" and "Windows 10 1903"
      And 2 MB are spared by conditions

    Scenario: Another step that runs needs the same package
      Given "Stage drivers" runs only if the architecture equals "arm64"
      And a last step "Keep for repair" that refers to "Drivers"
      When LT-001 runs it
      Then before "Keep for repair" starts it has downloaded "Windows 10 1903" and "Drivers"
      And 0 MB are spared by conditions
