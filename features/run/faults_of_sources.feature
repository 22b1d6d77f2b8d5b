@asks-run
Feature: What if a source stops?

  A gateway is two things: the way to the site, and a source of content. Both are lost when it stops.

  Background:
    Given a site on which everything is in order

  @source-lost
  Rule: A source that is lost during a download ends it at once

    The page says it of a stopped cloud distribution point; the rest is taken alike. Inferred.

    Scenario Outline: <event> while the drivers come
      Given <event> when 25 % of "Drivers" has come
      When LT-001 runs it
      Then the download of "Drivers" fails because "<told>"
      And it rests on source-lost
      And 175 MB come from the gateway "CMG-EAST"
      And the run fails at "Stage drivers", for "'Drivers' cannot be downloaded"

      Examples: It stops, or loses the content
        | event                                | told                                 |
        | "CMG-EAST" stops                     | 'CMG-EAST' stops                     |
        | "Drivers" is removed from "CMG-EAST" | 'Drivers' is removed from 'CMG-EAST' |

    Scenario: It stops before anything has come
      Given "CMG-EAST" stops when 0 % of "Drivers" has come
      When LT-001 runs it
      Then the download of "Drivers" fails, for "the source is lost"
      And 0 MB come in all

    Scenario: It loses other content
      Given "Windows 10 1903" is removed from "CMG-EAST" while "Drivers" downloads
      When LT-001 runs it
      Then it pulls "Drivers" from "CMG-EAST"
      And the run fails at "Upgrade Operating System"

    Scenario: Another source stops
      Given a cloud distribution point "CDP-WEST" of the site "PS2", with all content
      And "CDP-WEST" stops while "Drivers" downloads
      When LT-001 runs it
      Then the run ends well
      And nothing rests on source-lost

  @cut-off
  Rule: While no gateway runs, a client on the internet gets no answer

    Inferred: a stopped gateway cuts clients off; that the engine does not wait for it is taken.

    Scenario Outline: The gateway stops <moment>
      Given a cloud distribution point "CDP-WEST" of the site "PS2", with all content
      And "CMG-EAST" stops <moment>
      When LT-001 runs it
      Then <end>

      Examples: Cloud distribution points are of no use without an answer
        | moment                            | end                                         |
        | before "Check readiness"          | the run fails at "Stage drivers"            |
        | before "Upgrade Operating System" | the run fails at "Upgrade Operating System" |
        | after "Upgrade Operating System"  | the run ends well                           |

    Scenario: It starts again in time
      Given "CMG-EAST" stops before "Check readiness"
      And "CMG-EAST" starts after "Check readiness"
      When LT-001 runs it
      Then the run ends well
      And nothing rests on cut-off

    Scenario: Another gateway runs
      Given a gateway "CMG-WEST" of the site "PS2", with all content
      And "CMG-EAST" stops before "Stage drivers"
      When LT-001 runs it
      Then for "Drivers" it tries "CMG-EAST" and "CMG-WEST"
      And the run ends well
      And nothing rests on cut-off

  Rule: From 1902 the site stops a gateway by itself when its traffic reaches the threshold

    The administrator sets it to keep costs within bounds. For a run it is a gateway that stops.

    Scenario: The threshold is reached at 1902
      Given site and client are at 1902
      And "Deployment options" is set to Download all content locally before starting task sequence
      And "CMG-EAST" reaches its threshold while "Drivers" downloads
      When LT-001 runs it
      Then the download of "Drivers" fails because "'CMG-EAST' reaches its threshold and is stopped"
      And the task sequence does not start

    Scenario: There is no such threshold at 1810
      Given site and client are at 1810
      And "Deployment options" is set to Download all content locally before starting task sequence
      And "CMG-EAST" reaches its threshold while "Drivers" downloads
      When LT-001 runs it
      Then that cannot happen, for "a gateway is stopped at its threshold from 1902 on; the site is older"
