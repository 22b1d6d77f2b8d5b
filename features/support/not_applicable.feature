Feature: Why does a requirement not apply?

  What is not asked of an attempt is neither met nor violated; the finding says why it is not asked.

  Background:
    Given a site on which everything is in order

  @asks-evidence
  Rule: An attempt of which the documents do not speak is held to nothing

    The reason is the same for every requirement, and lies in the attempt.

    Scenario: A client in the office
      Given the client is on the intranet
      When it is started from Software Center
      Then the finding on gateway-set-up is not applicable, for "the client is on the intranet, and these documents speak of clients on the internet"
      And the finding on gateway-serves-content is not applicable, for "the client is on the intranet, and these documents speak of clients on the internet"
      And the finding on client-gets-cloud-content names no contradiction
      And the finding on client-gets-cloud-content is uncontested

    Scenario: An imaging sequence from 2006 on
      Given the task sequence is an imaging sequence
      And site and client are at 2006
      When it is started from Software Center
      Then the finding on gateway-set-up is not applicable, for "a task sequence with a boot image has conditions of its own over the internet from 2006 on"

    Scenario: A script sequence before 1802
      Given the task sequence is a script sequence
      And site and client are at 1710
      When it is started from Software Center
      Then the finding on gateway-set-up is not applicable, for "before 1802 no document speaks of task sequences over a gateway that are no upgrade"

    Scenario: Several reasons are possible
      Given it is unknown whether the task sequence is an upgrade
      And the client is on the intranet
      When it is started from Software Center
      Then the finding on gateway-set-up is not applicable, for "the client is on the intranet, and these documents speak of clients on the internet"

  @asks-evidence
  Rule: A requirement is asked where the documents ask it

    The reason then is its own.

    Scenario Outline: <requirement> at <release>
      Given the task sequence is <kind>
      And site and client are at <release>
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds content
      And no step is Download Package Content
      And "Deployment options" is set to Download all content locally before starting task sequence
      When it is started from Software Center
      Then the finding on <requirement> is not applicable, for "<reason>"

      Examples: What the attempt does not need is not asked of it
        | requirement                               | kind                | release | reason                                                                                                    |
        | upgrade-task-sequence                     | a script sequence   | 1910    | a sequence without a boot image need not be an upgrade; it is held to the same conditions (F014, F015)    |
        | task-sequence-over-the-internet-available | an imaging sequence | 1910    | a sequence with a boot image that is no upgrade is refused for what it is, at any release that is covered |
        | no-defect-of-2002                         | an upgrade          | 1910    | the defects are those of current branch 2002                                                              |
        | required-to-start-on-schedule             | an upgrade          | 1910    | it is not a schedule that starts it                                                                       |
        | download-on-demand-available              | an upgrade          | 1910    | the deployment does not download content when needed                                                      |
        | download-content-step-with-download-all   | an upgrade          | 1910    | no step is Download Package Content                                                                       |
        | metered-connection                        | an upgrade          | 1910    | neither the client's connection is metered nor the deployment's option for it on                          |
