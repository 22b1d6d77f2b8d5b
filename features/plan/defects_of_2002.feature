@asks-plan
Feature: How are the defects of 2002 avoided?

  An update mends both. Whoever cannot update takes the workaround of the one that strikes.

  Background:
    Given a site on which everything is in order
    And site and client are at 2002

  Rule: The defects of 2002 are gone with an update, or avoided

    The release notes name workarounds for those who cannot update.

    Scenario: An HTTP management point
      Given "HTTPS" is set to off
      When a plan is made to start it from Software Center
      Then the plan is
        | change                           |
        | Update the site to at least 2006 |
      And other plans of that size are
        | changes                                  |
        | Set the management point 'MP01' to HTTPS |

    Scenario: A bulk registration token
      Given the client was registered with a bulk registration token
      When a plan is made to start it from Software Center
      Then the plan is
        | change                           |
        | Update the site to at least 2006 |
      And other plans of that size are
        | changes                                                                |
        | Register the client 'LT-001' other than with a bulk registration token |

    Scenario: Both strike, and the update mends both
      Given "HTTPS" is set to off
      And the client was registered with a bulk registration token
      When a plan is made to start it from Software Center
      Then the plan is
        | change                           |
        | Update the site to at least 2006 |
      And there is no other plan of that size
