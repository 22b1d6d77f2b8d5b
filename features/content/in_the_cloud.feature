Feature: Is the content in the cloud?

  A device on the internet has no distribution point of the office to fall back to. Whatever the task sequence refers to
  is held by a source in the cloud, or the device cannot run it.

  Background:
    Given a site on which everything is in order
    And a cloud distribution point "CDP-EAST"

  @content-in-the-cloud
  Rule: Every package is installed, in its current version, on a cloud source

    The documents make it a hard condition: without all of it the device cannot run the task sequence.

    Scenario Outline: All content is only on <source>
      Given a distribution point "DP02"
      And an internet-facing distribution point "DP-DMZ"
      And only <source> holds content
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Either kind of cloud source will do
        | source                                  | outcome             | violated |
        | the gateway "CMG-EAST"                  | downloads on demand | nothing  |
        | the cloud distribution point "CDP-EAST" | downloads on demand | nothing  |

      Examples: Other distribution points do not help, though they face the internet
        | source                          | outcome      | violated             |
        | the distribution point "DP02"   | does not run | content-in-the-cloud |
        | the distribution point "DP-DMZ" | does not run | content-in-the-cloud |

    Scenario: Content that is split over both kinds of cloud source
      Given only the cloud distribution point "CDP-EAST" holds "Drivers"
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing

    Scenario Outline: "Drivers" is <held> on <source>
      Given no source holds "Drivers"
      And "Drivers" is <held> on <source>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: On the gateway it counts when it is installed in its current version
        | held               | source                 | outcome             | violated             | open    |
        | installed          | the gateway "CMG-EAST" | downloads on demand | nothing              | nothing |
        | outdated           | the gateway "CMG-EAST" | does not run        | content-in-the-cloud | nothing |
        | still distributing | the gateway "CMG-EAST" | does not run        | content-in-the-cloud | nothing |
        | failed             | the gateway "CMG-EAST" | does not run        | content-in-the-cloud | nothing |
        | being removed      | the gateway "CMG-EAST" | does not run        | content-in-the-cloud | nothing |
        | missing            | the gateway "CMG-EAST" | does not run        | content-in-the-cloud | nothing |

      Examples: On a cloud distribution point likewise
        | held               | source                                  | outcome             | violated             | open    |
        | installed          | the cloud distribution point "CDP-EAST" | downloads on demand | nothing              | nothing |
        | outdated           | the cloud distribution point "CDP-EAST" | does not run        | content-in-the-cloud | nothing |
        | still distributing | the cloud distribution point "CDP-EAST" | does not run        | content-in-the-cloud | nothing |
        | failed             | the cloud distribution point "CDP-EAST" | does not run        | content-in-the-cloud | nothing |
        | being removed      | the cloud distribution point "CDP-EAST" | does not run        | content-in-the-cloud | nothing |

    Scenario Outline: "Drivers" is <held> on the gateway, which leaves it open
      Given "Drivers" is <held> on the gateway "CMG-EAST"
      When it is started from Software Center
      Then it is undetermined
      And it violates nothing
      And it leaves content-in-the-cloud and content-on-a-running-source open

      Examples: Part of what counts is not known
        | held                  |
        | in an unknown state   |
        | of an unknown version |

    Scenario Outline: "Drivers" is <gateway> on the gateway and <point> on the cloud distribution point
      Given "Drivers" is <gateway> on the gateway "CMG-EAST"
      And "Drivers" is <point> on the cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: One source that has it is enough
        | gateway   | point              | outcome             | violated             |
        | installed | outdated           | downloads on demand | nothing              |
        | outdated  | installed          | downloads on demand | nothing              |
        | outdated  | still distributing | does not run        | content-in-the-cloud |

    Scenario: A stopped gateway still lists its content
      Given the gateway "CMG-EAST" is stopped
      When it is started from Software Center
      Then it does not run
      And it violates gateway-set-up and content-on-a-running-source
