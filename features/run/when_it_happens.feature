@asks-run
Feature: When does something happen to a run?

  Faults are placed by whoever asks: before or after a step, while a package downloads, or after so many moments.

  Background:
    Given a site on which everything is in order

  @event
  Rule: What depends on time happens when it is said to

    Inferred: no page gives a clock to go by. A threshold, the end of a token, a move are placed at a moment of the run.

    Scenario: The moment never comes
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      And the connection breaks while "Drivers" downloads
      When LT-001 runs it
      Then what was to happen never does
      And the run ends well

    Scenario: After a step that is skipped
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      And "CMG-EAST" stops after "Stage drivers"
      When LT-001 runs it
      Then the run fails at "Upgrade Operating System"

    Scenario Outline: The token ends after moment <number>
      Given the token ends after moment <number>
      When LT-001 runs it
      Then it asks <times> where "Drivers" is

      Examples: The token comes with the answer, the seventh moment; the download ends with the tenth
        | number | times |
        | 6      | once  |
        | 7      | twice |
        | 9      | twice |
        | 10     | once  |

    Scenario: Two things happen at one moment, in the order in which they are told
      Given "CMG-EAST" stops before "Stage drivers"
      And "CMG-EAST" starts before "Stage drivers"
      When LT-001 runs it
      Then the run ends well
      And it rests on event

  Rule: What the site does not have cannot happen

    A mistyped name would else look like a fault without effect.

    Scenario Outline: <event>
      Given <event>
      When LT-001 runs it
      Then that cannot happen, for "<reason>"

      Examples: Sources, packages and steps
        | event                                                   | reason                                            |
        | "CMG-NORTH" stops before "Stage drivers"                | 'CMG-NORTH', which is not in gateways             |
        | "DP01" reaches its threshold before "Stage drivers"     | 'DP01', which is not in gateways                  |
        | "Driver" is updated before "Stage drivers"              | 'Driver', which is not in packages                |
        | "Drivers" is removed from "DP02" before "Stage drivers" | 'DP02', which is not in gateways                  |
        | the token ends while "Driver" downloads                 | 'Driver' is not a package of the task sequence    |
        | the token ends before "Stage driver"                    | 'Stage driver' is not a step of 'Upgrade to Windows 10' |
        | the token ends when 101 % of "Drivers" has come         | 101 is no share of a download                     |
