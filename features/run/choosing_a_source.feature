@asks-run
Feature: From which of several sources does it come?

  Each gigabyte is paid for where it comes from. Sources in other regions may be slow or dear.

  Background:
    Given a site on which everything is in order

  @own-site-first
  Rule: Sources of the client's own site come first; among equals the client chooses at random

    Inferred: one page says at random, another orders by site; both are taken together.

    Scenario: Two of the own site, and one of another
      Given a gateway "CMG-ABROAD" of the site "PS2", with all content
      And a cloud distribution point "CDP-WEST" of the site "PS1", with all content
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST", "CDP-WEST" and "CMG-ABROAD"
      And for "Drivers" it chooses among "CMG-EAST" and "CDP-WEST"

    Scenario: One of the own site, and two of others
      Given a gateway "CMG-ABROAD" of the site "PS2", with all content
      And a cloud distribution point "CDP-ABROAD" of the site "PS3", with all content
      When LT-001 runs it
      Then for "Drivers" it chooses among "CMG-EAST"
      And it pulls "Drivers" from "CMG-EAST"

    Scenario: Of the gateway it is unknown to which site it belongs
      Given a cloud distribution point "CDP-WEST" of the site "PS1", with all content
      And it is unknown to which site the gateway belongs
      When LT-001 runs it
      Then for "Drivers" it chooses among "CMG-EAST" and "CDP-WEST"

    Scenario: Of a source without other content it is unknown to which site it belongs
      Given a gateway "CMG-ABROAD" of the site "PS2", with all content
      And a cloud distribution point "CDP-WEST"
      And "Drivers" is installed on the cloud distribution point "CDP-WEST"
      When LT-001 runs it
      Then for "Drivers" it chooses among "CMG-EAST", "CMG-ABROAD" and "CDP-WEST"
      And for "Windows 10 1903" it chooses among "CMG-EAST"

  @stopped-is-listed
  Rule: A stopped source is listed all the same, and fails at download

    Inferred for gateways: the page says it of cloud distribution points.

    Scenario: The only source is stopped
      Given a cloud distribution point "CDP-WEST" of the site "PS1", with all content
      And only the cloud distribution point "CDP-WEST" holds "Drivers"
      And the cloud distribution point "CDP-WEST" is stopped
      When LT-001 runs it
      Then for "Drivers" the management point lists "CDP-WEST"
      And the download of "Drivers" fails, for "nothing can be downloaded from it"
      And it rests on stopped-is-listed
      And the run fails at "Stage drivers"

    Scenario: It starts again before it is needed
      Given a cloud distribution point "CDP-WEST" of the site "PS1", with all content
      And only the cloud distribution point "CDP-WEST" holds "Drivers"
      And the cloud distribution point "CDP-WEST" is stopped
      And "CDP-WEST" starts before "Stage drivers"
      When LT-001 runs it
      Then it pulls "Drivers" from "CDP-WEST"
      And the run ends well

    Scenario: One of two gateways is stopped
      Given a gateway "CMG-WEST" of the site "PS1", with all content
      And the gateway "CMG-EAST" is stopped
      When LT-001 runs it
      Then for "Drivers" the management point lists "CMG-EAST" and "CMG-WEST"
      And for "Drivers" it tries "CMG-EAST" and "CMG-WEST"

  @cloud-download
  Rule: The client gets a token and downloads from the storage of the source

    A gateway and a cloud distribution point do not differ in this.

    Scenario Outline: Only <source> holds content
      Given a cloud distribution point "CDP-WEST"
      And only <source> holds content
      When LT-001 runs it
      Then 5308 MB come from <source>
      And it rests on cloud-download

      Examples: Both kinds
        | source                                  |
        | the gateway "CMG-EAST"                  |
        | the cloud distribution point "CDP-WEST" |
