@asks-run
Feature: Where does it show that a condition is not met?

  An administrator sees a task sequence that is missing in Software Center, or one that fails at once, or an error about
  content. Each condition that is not met shows at one of these stages.

  Background:
    Given a site on which everything is in order

  Rule: What is not offered to the client never arrives

    Nobody can start what the client does not learn of. Where no page says so, it is inferred.

    Scenario Outline: It does not arrive, for <requirement>
      Given <fault>
      When LT-001 runs it
      Then it is turned away when the policy arrives, for <requirement>
      And the task sequence does not start

      Examples: It is not offered, or the gateway cannot be reached
        | requirement             | fault                                                                 |
        | task-sequence-enabled   | "Enabled" is set to No                                                |
        | allowed-on-the-internet | "Allow task sequence to run for client on the Internet" is set to off |
        | available-to-clients    | "Make available to the following" is set to Only media and PXE        |
        | gateway-set-up          | the gateway "CMG-EAST" is stopped                                     |
        | client-uses-gateway     | "Enable clients to use a cloud management gateway" is set to No       |

  Rule: What may not run is turned away at the start

    It is offered, and somebody starts it in vain. Where no page says so, it is inferred.

    Scenario Outline: It is turned away, for <requirement>
      Given <fault>
      When LT-001 runs it
      Then it is turned away when it is started, for <requirement>
      And the task sequence does not start

      Examples: The task sequence, its deployment or the user is not fit
        | requirement                               | fault                                                                                                                     |
        | upgrade-task-sequence                     | the task sequence is an imaging sequence                                                                                  |
        | task-sequence-over-the-internet-available | site and client are at 1710                                                                                               |
        | content-downloaded-locally                | "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence |
        | install-permissions-allow-it              | "Install permissions" is set to No Users                                                                                  |

    Scenario Outline: It is started <start>
      When LT-001 runs it, started <start>
      Then it is turned away when it is started, for <requirement>

      Examples: An available deployment is started in Software Center
        | start           | requirement                   |
        | over PXE        | started-from-software-center  |
        | by its schedule | required-to-start-on-schedule |

    Scenario: A required deployment that users may not start
      Given "Purpose" is set to Required
      And "Allow user to run the program independently of assignments" is set to off
      When LT-001 runs it
      Then it is turned away when it is started, for user-may-start-it

    Scenario: A child is disabled
      Given a child task sequence "Install applications" that refers to "Office"
      And "Enabled" is set to No for "Install applications"
      When LT-001 runs it
      Then it is turned away when it is started, for child-task-sequences-enabled

    Scenario: A defect of 2002
      Given site and client are at 2002
      And the client was registered with a bulk registration token
      When LT-001 runs it
      Then it is turned away when it is started, for no-defect-of-2002

  Rule: Content that no source is listed for shows when its content is looked up

    The client asks, and the answer is empty.

    Scenario Outline: Nothing is listed, for <requirement>
      Given <fault>
      When LT-001 runs it
      Then it is turned away when its content is looked up, for <requirement>
      And for "Drivers" the management point lists nothing

      Examples: The content is not there, not served, or not for this client
        | requirement                  | fault                                                                                                    |
        | content-in-the-cloud         | no source holds "Drivers"                                                                                |
        | gateway-serves-content       | "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off |
        | client-gets-cloud-content    | "Allow access to cloud distribution point" is set to No                                                  |
        | download-on-demand-available | site and client are at 1906                                                                              |
