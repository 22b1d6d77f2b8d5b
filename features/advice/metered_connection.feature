Feature: May it download over a metered connection?

  Client settings may forbid what Software Center allows. The deployment's own option for metered connections is not
  supported for task sequences, even where it works.

  Background:
    Given a site on which everything is in order
    And "Purpose" is set to Required
    And "Allow user to run the program independently of assignments" is set to on

  @metered-connection
  Rule: On a metered connection it starts from Software Center, or the client settings do not block it

    The product's default for the setting is to block, so a schedule on a train waits for the office.

    Scenario Outline: The client's connection is metered, the setting is <setting>, it is started <start>
      Given the client's connection is metered
      And "Client communication on metered internet connections" is set to <setting>
      When it is started <start>
      Then it downloads on demand
      And it violates <violated>
      And it leaves <open> open

      Examples: Installing from Software Center is always permitted
        | setting | start                | violated | open    |
        | Allow   | from Software Center | nothing  | nothing |
        | Block   | from Software Center | nothing  | nothing |
        | unknown | from Software Center | nothing  | nothing |

      Examples: A schedule is held to the setting
        | setting | start           | violated           | open               |
        | Allow   | by its schedule | nothing            | nothing            |
        | Limit   | by its schedule | nothing            | nothing            |
        | Block   | by its schedule | metered-connection | nothing            |
        | unknown | by its schedule | nothing            | metered-connection |

    Scenario Outline: The deployment's own option is <option>, it is started <start>
      Given "Client communication on metered internet connections" is set to Allow
      And "Allow clients on a metered Internet connection to download content after the installation deadline, which might incur additional costs" is set to <option>
      When it is started <start>
      Then it downloads on demand
      And it violates <violated>
      And it leaves <open> open

      Examples: It is not supported, however it is started
        | option  | start                | violated           | open               |
        | off     | by its schedule      | nothing            | nothing            |
        | on      | by its schedule      | metered-connection | nothing            |
        | on      | from Software Center | metered-connection | nothing            |
        | unknown | by its schedule      | nothing            | metered-connection |

    Scenario: It is unknown whether the connection is metered
      Given it is unknown whether the client's connection is metered
      When it is started by its schedule
      Then it downloads on demand
      And it leaves metered-connection open

    @asks-evidence
    Scenario: The finding is not asked where no connection is metered
      When it is started from Software Center
      Then the finding on metered-connection is not applicable

    @asks-evidence
    Scenario Outline: The finding is asked where <what>
      Given <what>
      When it is started from Software Center
      Then the finding on metered-connection is <quality>

      Examples: Either is enough
        | what                                                                                                                                                  | quality  |
        | the client's connection is metered                                                                                                                    | met      |
        | "Allow clients on a metered Internet connection to download content after the installation deadline, which might incur additional costs" is set to on | violated |
