Feature: Whose content counts?

  A package that only a child refers to is the one that is forgotten.

  Background:
    Given a site on which everything is in order

  @content-in-the-cloud
  Rule: The content of child task sequences counts as well

    Parent and children reach the client together.

    Scenario Outline: The package of a child is <held> on the gateway
      Given a child task sequence "Install applications" that refers to "Office"
      And "Office" is <held> on the gateway "CMG-EAST"
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: As for the parent's own packages
        | held      | outcome             | violated             |
        | installed | downloads on demand | nothing              |
        | missing   | does not run        | content-in-the-cloud |

    Scenario: The package of a child of a child is missing
      Given a child task sequence "Install applications" that refers to "Office"
      And "Install applications" has a child "Install fonts" that refers to "Fonts"
      And no source holds "Fonts"
      When it is started from Software Center
      Then it violates content-in-the-cloud

    Scenario: A task sequence that refers to no package needs no content
      Given no step refers to a package
      And no source holds "Drivers"
      When it is started from Software Center
      Then it downloads on demand

  @content-in-the-cloud
  Rule: What is unknown of the content leaves it open, unless something is amiss for certain

    Steps, packages and what sources hold are rarely described in full.

    Scenario Outline: It is unknown <unknown>
      Given it is unknown <unknown>
      When it is started from Software Center
      Then it is undetermined
      And it leaves <open> open

      Examples: It may be that a package is missing
        | unknown                                 | open                                                 |
        | what is on the gateway                  | content-in-the-cloud and content-on-a-running-source |
        | which version of the drivers is current | content-in-the-cloud and content-on-a-running-source |

    Scenario Outline: It is unknown <unknown>, and so which packages there are
      Given it is unknown <unknown>
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing

      Examples: It may be that there is one more package
        | unknown                                    |
        | which packages the drivers' step refers to |
        | which steps the task sequence has          |
        | which task sequences there are             |
        | which packages there are                   |

    Scenario: A package is missing for certain, whatever the unlisted step refers to
      Given it is unknown which packages the drivers' step refers to
      And no source holds "Windows 10 1903"
      When it is started from Software Center
      Then it does not run

    Scenario: The gateway may hold a package that no other source has
      Given it is unknown what is on the gateway
      And a cloud distribution point "CDP-EAST"
      And "Windows 10 1903" is installed on the cloud distribution point "CDP-EAST"
      And "Drivers" is installed on the cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then it downloads on demand

  @content-in-the-cloud @asks-evidence
  Rule: The finding names the package and where it is

    The client reports an error code and no name.

    Scenario Outline: "Drivers" is <held> on the gateway
      Given "Drivers" is <held> on the gateway "CMG-EAST"
      When it is started from Software Center
      Then the finding on content-in-the-cloud tells "<detail>"

      Examples: What is the matter with it
        | held               | detail                                                                       |
        | outdated           | package 'Drivers': installed in version 0 (current: 1) on gateway 'CMG-EAST' |
        | still distributing | package 'Drivers': distributing on gateway 'CMG-EAST'                        |
        | missing            | package 'Drivers': on no source that is described                            |

    Scenario: It is only on a distribution point in the office
      Given only the distribution point "DP01" holds "Drivers"
      When it is started from Software Center
      Then the finding on content-in-the-cloud tells "package 'Drivers': installed in version 1 on distribution point 'DP01', which does not count on the internet"
