Feature: Is the task sequence enabled, with all its children?

  A disabled task sequence is not offered; a disabled child makes the deployment of its parent fail.

  Background:
    Given a site on which everything is in order

  @task-sequence-enabled
  Rule: The task sequence is enabled

    Nothing is shown to the user; the task sequence is just not there.

    Scenario Outline: The column **Enabled** says <enabled>
      Given "Enabled" is set to <enabled>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Yes, no, and not known
        | enabled | outcome             | violated              | open                  |
        | Yes     | downloads on demand | nothing               | nothing               |
        | No      | does not run        | task-sequence-enabled | nothing               |
        | unknown | is undetermined     | nothing               | task-sequence-enabled |

  @child-task-sequences-enabled
  Rule: Every child task sequence is enabled

    A parent says nothing of its children in the console; one has to look at each.

    Scenario Outline: A child of which the column **Enabled** says <enabled>
      Given a child task sequence "Install applications" that refers to "Office"
      And "Enabled" is set to <enabled> for "Install applications"
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Yes, no, and not known
        | enabled | outcome             | violated                     | open                         |
        | Yes     | downloads on demand | nothing                      | nothing                      |
        | No      | does not run        | child-task-sequences-enabled | nothing                      |
        | unknown | is undetermined     | nothing                      | child-task-sequences-enabled |

    Scenario: One of two children is disabled
      Given a child task sequence "Install applications" that refers to "Office"
      And a child task sequence "Install tools" that refers to "Tools"
      And "Enabled" is set to No for "Install tools"
      When it is started from Software Center
      Then it does not run
      And it violates child-task-sequences-enabled

    Scenario: A child of a child is disabled
      Given a child task sequence "Install applications" that refers to "Office"
      And "Install applications" has a child "Install fonts" that refers to "Fonts"
      And "Enabled" is set to No for "Install fonts"
      When it is started from Software Center
      Then it does not run
      And it violates child-task-sequences-enabled

    @asks-evidence
    Scenario: The finding names the disabled child
      Given a child task sequence "Install applications" that refers to "Office"
      And "Enabled" is set to No for "Install applications"
      When it is started from Software Center
      Then the finding on child-task-sequences-enabled tells "child 'Install applications' is disabled"

    @asks-evidence
    Scenario: Without children there is nothing to be disabled
      When it is started from Software Center
      Then the finding on child-task-sequences-enabled is met
