@asks-run
Feature: When does the management point list no cloud source at all?

  The list is empty although every package is in the cloud. That is the most puzzling of failures, for all that was
  distributed looks well.

  Background:
    Given a site on which everything is in order

  @not-on-demand-before-1910
  Rule: Up to 1906 cloud sources are left out when content is downloaded when needed

    Inferred for gateways: the page says it of cloud distribution points. With all content first they are listed.

    Scenario: Download when needed at 1906
      Given site and client are at 1906
      When LT-001 runs it
      Then for "Drivers" the management point lists nothing
      And for "Drivers" "CMG-EAST" is left out, as not-on-demand-before-1910 says
      And the task sequence does not start

    Scenario Outline: Site and client are at <release>, the option is: <option>
      Given site and client are at <release>
      And "Deployment options" is set to <option>
      When LT-001 runs it
      Then for "Drivers" the management point lists <listed>

      Examples: It takes both: the old release, and the option
        | release | option                                                            | listed     |
        | 1906    | Download content locally when needed by the running task sequence | nothing    |
        | 1906    | Download all content locally before starting task sequence        | "CMG-EAST" |
        | 1910    | Download content locally when needed by the running task sequence | "CMG-EAST" |

    Scenario: Only the client is too old
      Given the client is at 1906
      When LT-001 runs it
      Then for "Drivers" the management point lists nothing

  @cloud-not-asked-for
  Rule: A client whose settings forbid cloud content gets no cloud source

    Inferred from what others saw in requests for locations: these say whether cloud sources are wanted.

    Scenario Outline: Access to cloud sources is set to <set>
      Given "Allow access to cloud distribution point" is set to <set>
      When LT-001 runs it
      Then for "Drivers" the management point lists <listed>

      Examples: Both ways
        | set | listed     |
        | Yes | "CMG-EAST" |
        | No  | nothing    |

    Scenario: Why it is left out
      Given "Allow access to cloud distribution point" is set to No
      When LT-001 runs it
      Then for "Drivers" "CMG-EAST" is left out, as cloud-not-asked-for says
      And the task sequence does not start
