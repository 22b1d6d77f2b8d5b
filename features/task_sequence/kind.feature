Feature: Is it the right kind of task sequence?

  The documents promise the internet to upgrades first, and to task sequences without a boot image afterwards.

  Background:
    Given a site on which everything is in order

  @upgrade-task-sequence
  Rule: The task sequence upgrades an operating system, and names no boot image

    A device on the internet starts in its full operating system; whatever boots it into Windows PE cuts it off.

    Scenario Outline: The task sequence is <kind>
      Given the task sequence is <kind>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Without a boot image it runs
        | kind              | outcome             | violated | open    |
        | an upgrade        | downloads on demand | nothing  | nothing |
        | a script sequence | downloads on demand | nothing  | nothing |

      Examples: With a boot image and no upgrade it is refused
        | kind                | outcome      | violated              | open    |
        | an imaging sequence | does not run | upgrade-task-sequence | nothing |

      Examples: No document says what becomes of an upgrade that names a boot image
        | kind                         | outcome         | violated | open                  |
        | an upgrade with a boot image | is undetermined | nothing  | upgrade-task-sequence |

    Scenario Outline: An upgrade of which **Use a boot image** is <setting>
      Given "Use a boot image" is set to <setting>
      When it is started from Software Center
      Then it <outcome>
      And it leaves <open> open

      Examples: Naming none is safe, and everything else is open
        | setting | outcome             | open                  |
        | off     | downloads on demand | nothing               |
        | on      | is undetermined     | upgrade-task-sequence |
        | unknown | is undetermined     | upgrade-task-sequence |

    Scenario: An upgrade with a boot image stays open from 2006 on
      Given the task sequence is an upgrade with a boot image
      And site and client are at 2006
      When it is started from Software Center
      Then it is undetermined
      And it leaves upgrade-task-sequence open

    Scenario: A script sequence that may have a boot image
      Given the task sequence is a script sequence
      And "Use a boot image" is set to unknown
      When it is started from Software Center
      Then it is undetermined
      And it leaves task-sequence-over-the-internet-available and upgrade-task-sequence open

    Scenario: Refused for what it is, an imaging sequence is not refused for its release too
      Given the task sequence is an imaging sequence
      And site and client are at 1710
      And "Deployment options" is set to Download all content locally before starting task sequence
      And no step is Download Package Content
      And it is enough that it runs
      When it is started from Software Center
      Then it does not run
      And it violates upgrade-task-sequence and gateway-serves-content

    @asks-evidence
    Scenario Outline: The finding says of <kind> that it is <quality>
      Given the task sequence is <kind>
      When it is started from Software Center
      Then the finding on upgrade-task-sequence is <quality>

      Examples: A script sequence need not be an upgrade
        | kind                         | quality        |
        | an upgrade                   | met            |
        | a script sequence            | not applicable |
        | an imaging sequence          | violated       |
        | an upgrade with a boot image | undetermined   |

    @asks-evidence
    Scenario: The release is not asked of an imaging sequence
      Given the task sequence is an imaging sequence
      When it is started from Software Center
      Then the finding on task-sequence-over-the-internet-available is not applicable
