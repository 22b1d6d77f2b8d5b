Feature: Does it matter where packages are that are not named?

  A step may leave out to which packages it refers. Where the answer is the same for any package, nobody has to look it up.

  Background:
    Given a site on which everything is in order
    And it is unknown which packages the drivers' step refers to

  @gateway-serves-content
  Rule: Every package has a source that serves it, if no gateway holds content without serving it

    That the package may be on no source at all is another question, and stays open.

    Scenario Outline: The gateway's setting is <setting>, and the package that is named is elsewhere
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to <setting>
      And a cloud distribution point "CDP-EAST"
      And only the cloud distribution point "CDP-EAST" holds "Windows 10 1903"
      When it is started from Software Center
      Then it is undetermined
      And it leaves <open> open

      Examples: A gateway that serves withholds nothing
        | setting | open                                                                                     |
        | on      | content-in-the-cloud, cache-size and content-on-a-running-source                         |
        | off     | content-in-the-cloud, gateway-serves-content, cache-size and content-on-a-running-source |

    Scenario: The gateway that is switched off holds nothing
      Given a gateway "CMG-WEST"
      And "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off for "CMG-WEST"
      When it is started from Software Center
      Then it leaves content-in-the-cloud, cache-size and content-on-a-running-source open

    Scenario: A package that is named is withheld, whatever the other ones are
      Given "Allow CMG to function as a cloud distribution point and serve content from Azure storage" is set to off
      When it is started from Software Center
      Then it does not run
      And it violates gateway-serves-content

  @cloud-distribution-point-has-a-future
  Rule: No package rests on cloud distribution points, if there are none with content

    Steps that are not described change nothing in that.

    Scenario: There is no cloud distribution point
      Given it is unknown which steps the task sequence has
      When it is started from Software Center
      Then it is undetermined
      And it leaves child-task-sequences-enabled, content-in-the-cloud, download-content-step-with-download-all, network-path-content, cache-size and content-on-a-running-source open

    Scenario: The cloud distribution point holds nothing
      Given a cloud distribution point "CDP-EAST"
      When it is started from Software Center
      Then it leaves content-in-the-cloud, cache-size and content-on-a-running-source open
