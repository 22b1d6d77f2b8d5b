Feature: Can an upgrade run over the internet at all?

  The ability came to the product with a release. Before it, no setting helps.

  Background:
    Given a site on which everything is in order

  @task-sequence-over-the-internet-available
  Rule: An upgrade runs over a gateway from 1802 and TP 1802 on

    Both sides have to be of such a release.

    Scenario Outline: Site and client at <release>
      Given site and client are at <release>
      And "Deployment options" is set to Download all content locally before starting task sequence
      And no step is Download Package Content
      And it is enough that it runs
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Before and after the current branch got it
        | release | outcome                               | violated                                                           |
        | 1710    | does not run                          | task-sequence-over-the-internet-available, gateway-serves-content  |
        | 1806    | downloads everything before the start | nothing                                                            |
