@asks-run
Feature: How does a run begin, and how does it end?

  Between the policy and the first step lies the choice of the deployment option: what is fetched before the start, and
  what while the task sequence runs.

  Background:
    Given a site on which everything is in order

  @policy-in-one
  Rule: The policy of a task sequence and of its children arrives as one

    So its size counts as one, too.

    Scenario: A task sequence with a child
      Given a child task sequence "Install applications" that refers to "Office"
      And the policy has a size of 3 MB
      When LT-001 runs it
      Then the policy arrives once, with 3 MB
      And the run ends well

  @policy-too-large
  Rule: A policy of more than 32 MB cannot be processed

    Large task sequences with many conditions and children come close to it.

    Scenario: The policy is as large as it may be
      Given the policy has a size of 32 MB
      When LT-001 runs it
      Then the policy arrives once, with 32 MB
      And the run ends well

    Scenario: The policy is a byte too large
      Given the policy has a size of 32 MB and 1 byte
      When LT-001 runs it
      Then the task sequence does not start
      And it rests on policy-too-large
      And in all it has downloaded nothing

  @started
  Rule: A user starts it in Software Center, or the client by its schedule

    Who starts it makes no difference to what is downloaded.

    Scenario Outline: It is started <start>
      Given "Purpose" is set to Required
      And "Allow user to run the program independently of assignments" is set to on
      When LT-001 runs it, started <start>
      Then it has been started <start>
      And the run ends well
      And 5308 MB come in all

      Examples: Both ways
        | start                |
        | from Software Center |
        | by its schedule      |

  @sequence-starts
  Rule: The task sequence knows whether its content comes when needed

    Scripts in its steps may ask the variable _SMSTSDownloadOnDemand.

    Scenario Outline: The option is: <option>
      Given "Deployment options" is set to <option>
      When LT-001 runs it
      Then it starts with _SMSTSDownloadOnDemand <value>
      And before the task sequence starts it has downloaded <downloaded>

      Examples: The variable tells the options apart
        | option                                                            | value | downloaded                      |
        | Download content locally when needed by the running task sequence | true  | nothing                         |
        | Download all content locally before starting task sequence        | false | "Drivers" and "Windows 10 1903" |

  @sequence-ends
  Rule: After its last step the task sequence ends

    Inferred: it goes without saying, and no page says it.

    Scenario: Every step runs
      When LT-001 runs it
      Then the steps "Check readiness", "Stage drivers" and "Upgrade Operating System" run
      And it rests on sequence-ends
      And the run ends well

    Scenario: The last step is skipped
      Given "Upgrade Operating System" runs only if the model equals "Surface Pro"
      When LT-001 runs it
      Then the steps "Check readiness" and "Stage drivers" run
      And the run ends well
