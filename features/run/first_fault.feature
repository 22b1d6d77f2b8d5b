@asks-run
Feature: Which of several faults shows first?

  A run ends at the first stage that it cannot pass. Whoever mends only what shows finds the next one there.

  Background:
    Given a site on which everything is in order

  Rule: The earliest stage shows, and at it everything that is not met

    The policy comes before the start, and the start before any content is looked up.

    Scenario: A fault at each stage
      Given "Enabled" is set to No
      And "Install permissions" is set to No Users
      And no source holds "Drivers"
      When LT-001 runs it
      Then it is turned away when the policy arrives, for task-sequence-enabled
      And this happens
        | what           |
        | refused        |
        | sequence ended |

    Scenario: A fault at the start, and one with the content
      Given "Install permissions" is set to No Users
      And no source holds "Drivers"
      When LT-001 runs it
      Then it is turned away when it is started, for install-permissions-allow-it
      And this happens
        | what            |
        | policy received |
        | started         |
        | refused         |
        | sequence ended  |

    Scenario: Only the content is at fault
      Given no source holds "Windows 10 1903"
      When LT-001 runs it
      Then it is turned away when its content is looked up, for content-in-the-cloud
      And this happens
        | what               | about           |
        | policy received    |                 |
        | started            |                 |
        | location requested | Windows 10 1903 |
        | sources answered   | Windows 10 1903 |
        | refused            |                 |
        | sequence ended     |                 |

    Scenario: Two faults at one stage
      Given "Enabled" is set to No
      And the gateway "CMG-EAST" is stopped
      When LT-001 runs it
      Then it is turned away when the policy arrives, for task-sequence-enabled and gateway-set-up

    Scenario: A policy that is too large goes before the start
      Given the policy has a size of 33 MB
      And "Install permissions" is set to No Users
      When LT-001 runs it
      Then it rests on policy-too-large
      And this happens
        | what            |
        | policy received |
        | policy rejected |
        | sequence ended  |

    Scenario: Advice turns nobody away
      Given "Run another program first" is set to on
      When LT-001 runs it
      Then the run ends well
