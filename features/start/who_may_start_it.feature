Feature: May it be started so?

  A deployment that nobody may start does not run, however sound the rest is.

  Background:
    Given a site on which everything is in order

  @required-to-start-on-schedule
  Rule: A deployment that is to start by its schedule is a required one

    A schedule belongs to required deployments; available ones wait for a user.

    Scenario Outline: A deployment of purpose <purpose> is started by its schedule
      Given "Purpose" is set to <purpose>
      When it is started by its schedule
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: An available deployment has no such schedule
        | purpose   | outcome             | violated                      | open                          |
        | Required  | downloads on demand | nothing                       | nothing                       |
        | Available | does not run        | required-to-start-on-schedule | nothing                       |
        | unknown   | is undetermined     | nothing                       | required-to-start-on-schedule |

    @asks-evidence
    Scenario Outline: It is started <start>
      Given "Purpose" is set to Required
      When it is started <start>
      Then the finding on required-to-start-on-schedule is <schedule>
      And the finding on user-may-start-it is <user>
      And the finding on install-permissions-allow-it is <permissions>

      Examples: A schedule and a user in Software Center are asked different things
        | start                | schedule       | user           | permissions    |
        | by its schedule      | met            | not applicable | not applicable |
        | from Software Center | not applicable | undetermined   | met            |
        | over PXE             | not applicable | not applicable | not applicable |

  @user-may-start-it
  Rule: A user may start it, since it is available or users may run it independently of assignments

    Otherwise Software Center offers a required deployment to nobody before its schedule.

    Scenario Outline: Purpose <purpose>, independent of assignments <independent>, started from Software Center
      Given "Purpose" is set to <purpose>
      And "Allow user to run the program independently of assignments" is set to <independent>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: An available deployment is always independent
        | purpose   | independent | outcome             | violated | open    |
        | Available | on          | downloads on demand | nothing  | nothing |
        | Available | off         | downloads on demand | nothing  | nothing |
        | Available | unknown     | downloads on demand | nothing  | nothing |

      Examples: A required one only if it is told so
        | purpose  | independent | outcome             | violated          | open              |
        | Required | on          | downloads on demand | nothing           | nothing           |
        | Required | off         | does not run        | user-may-start-it | nothing           |
        | Required | unknown     | is undetermined     | nothing           | user-may-start-it |

      Examples: It may not matter that the purpose is unknown
        | purpose | independent | outcome             | violated | open              |
        | unknown | on          | downloads on demand | nothing  | nothing           |
        | unknown | off         | is undetermined     | nothing  | user-may-start-it |

    Scenario: A required deployment that no user may start still starts on its schedule
      Given "Purpose" is set to Required
      And "Allow user to run the program independently of assignments" is set to off
      And "Install permissions" is set to No Users
      When it is started by its schedule
      Then it downloads on demand
      And it violates nothing
