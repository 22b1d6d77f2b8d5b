Feature: Does the deployment reach clients on the internet?

  Two properties of the deployment decide to whom it is offered at all.

  Background:
    Given a site on which everything is in order

  @allowed-on-the-internet
  Rule: The deployment allows the task sequence to run for clients on the internet

    Every scenario over the internet needs it, and it is easily overlooked on its page of the wizard.

    Scenario Outline: **Allow task sequence to run for client on the Internet** is <setting>
      Given "Allow task sequence to run for client on the Internet" is set to <setting>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: On, off, and not known
        | setting | outcome             | violated                | open                    |
        | on      | downloads on demand | nothing                 | nothing                 |
        | off     | does not run        | allowed-on-the-internet | nothing                 |
        | unknown | is undetermined     | nothing                 | allowed-on-the-internet |

  @available-to-clients
  Rule: The deployment is made available to Configuration Manager clients

    Where only media and PXE are chosen, Software Center does not list the task sequence.

    Scenario Outline: It is made available to <audience>
      Given "Make available to the following" is set to <audience>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Clients may start it
        | audience                                      | outcome             | violated                 | open    |
        | Only Configuration Manager clients            | downloads on demand | nothing                  | nothing |
        | Configuration Manager clients, media, and PXE | downloads on demand | option-fits-availability | nothing |

      Examples: They may not
        | audience                    | outcome      | violated                                          | open    |
        | Only media and PXE          | does not run | available-to-clients and option-fits-availability | nothing |
        | Only media and PXE (hidden) | does not run | available-to-clients and option-fits-availability | nothing |

      Examples: It is not known
        | audience | outcome         | violated | open                                              |
        | unknown  | is undetermined | nothing  | available-to-clients and option-fits-availability |
