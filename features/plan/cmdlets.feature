@asks-plan
Feature: How is a change made in PowerShell?

  Where a document names a cmdlet for a change, the plan tells it beside the place in the console.

  Background:
    Given a site on which everything is in order

  Rule: A cmdlet is told where the release has it

    A cmdlet that the installed release lacks helps nobody.

    Scenario Outline: A gateway is to serve content, the site at <release>
      Given site and client are at <release>
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When a plan is made to start it from Software Center
      Then "Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage** on the gateway 'CMG-EAST'" <has>

      Examples: Before and after the release that brought the parameter
        | release | has                                                                        |
        | 2006    | has no cmdlet                                                              |
        | 2010    | has the cmdlet "Set-CMCloudManagementGateway -EnableCloudDPFunction $true" |

      Examples: No document says which preview brought it
        | release | has                                                                        |
        | TP 1909 | has the cmdlet "Set-CMCloudManagementGateway -EnableCloudDPFunction $true" |
