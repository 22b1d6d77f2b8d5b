Feature: May the known defects of 2002 strike?

  Management points and registrations are easily forgotten. They matter to 2002 only.

  Background:
    Given a site on which everything is in order

  @no-defect-of-2002
  Rule: What is unknown matters where the defects may strike

    Whoever is past 2002 need not look up either.

    Scenario Outline: A site at <release>, and it is unknown <unknown>
      Given site and client are at <release>
      And it is unknown <unknown>
      When it is started from Software Center
      Then it <outcome>
      And it leaves <open> open

      Examples: It matters to 2002
        | release | unknown                           | outcome         | open              |
        | 2002    | which management points there are | is undetermined | no-defect-of-2002 |
        | 2002    | how the client was registered     | is undetermined | no-defect-of-2002 |

      Examples: It matters to no other release
        | release | unknown                           | outcome             | open    |
        | 1910    | which management points there are | downloads on demand | nothing |
        | 2006    | how the client was registered     | downloads on demand | nothing |

    Scenario: A site of unknown release on which neither condition holds
      Given it is unknown which release the site has
      And the client was registered on the intranet
      And "Use Configuration Manager-generated certificates for HTTP site systems" is set to off
      And "Deployment options" is set to Download all content locally before starting task sequence
      And no step is Download Package Content
      And it is enough that it runs
      When it is started from Software Center
      Then it is undetermined
      And it leaves task-sequence-over-the-internet-available, no-defect-of-2002 and gateway-serves-content open

    @asks-evidence
    Scenario Outline: At <release> the finding is <quality>
      Given site and client are at <release>
      When it is started from Software Center
      Then the finding on no-defect-of-2002 is <quality>

      Examples: It is asked of 2002 only
        | release | quality        |
        | 1910    | not applicable |
        | 2002    | met            |
        | 2006    | not applicable |
        | TP 2002 | not applicable |

    @asks-evidence
    Scenario: What is in the way is a defect, and not the age of a release
      Given the site is at 2002
      And the client is at 1910
      And the client was registered with a bulk registration token
      When it is started from Software Center
      Then the finding on no-defect-of-2002 is violated
      And the site does not fall short
      And the client does not fall short
