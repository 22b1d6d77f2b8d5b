Feature: Do the install permissions let the user start it?

  **Install permissions** decides who may install from Software Center. Installing on a schedule does not ask.

  Background:
    Given a site on which everything is in order

  @install-permissions-allow-it
  Rule: The install permissions that count on the client let the user install

    With administrators only, an ordinary user sees the task sequence and cannot start it.

    Scenario Outline: **Install permissions** is <permissions>, and the user is <user>
      Given "Install permissions" is set to <permissions>
      And the user is <user>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: Everybody
        | permissions | user             | outcome             | violated | open    |
        | All Users   | an administrator | downloads on demand | nothing  | nothing |
        | All Users   | a primary user   | downloads on demand | nothing  | nothing |
        | All Users   | another user     | downloads on demand | nothing  | nothing |
        | All Users   | unknown          | downloads on demand | nothing  | nothing |

      Examples: Administrators
        | permissions         | user             | outcome             | violated                     | open                         |
        | Only Administrators | an administrator | downloads on demand | nothing                      | nothing                      |
        | Only Administrators | a primary user   | does not run        | install-permissions-allow-it | nothing                      |
        | Only Administrators | another user     | does not run        | install-permissions-allow-it | nothing                      |
        | Only Administrators | unknown          | is undetermined     | nothing                      | install-permissions-allow-it |

      Examples: Administrators, and the users to whom the device belongs
        | permissions                           | user             | outcome             | violated                     | open                         |
        | Only Administrators and primary users | an administrator | downloads on demand | nothing                      | nothing                      |
        | Only Administrators and primary users | a primary user   | downloads on demand | nothing                      | nothing                      |
        | Only Administrators and primary users | another user     | does not run        | install-permissions-allow-it | nothing                      |
        | Only Administrators and primary users | unknown          | is undetermined     | nothing                      | install-permissions-allow-it |

      Examples: Nobody
        | permissions | user             | outcome      | violated                     | open    |
        | No Users    | an administrator | does not run | install-permissions-allow-it | nothing |
        | No Users    | another user     | does not run | install-permissions-allow-it | nothing |
        | No Users    | unknown          | does not run | install-permissions-allow-it | nothing |

      Examples: The setting is not known
        | permissions | user             | outcome         | violated | open                         |
        | unknown     | an administrator | is undetermined | nothing  | install-permissions-allow-it |

    @asks-settings
    Scenario Outline: It is unknown whether custom settings count; the user is <user>
      Given custom client settings "Kiosks" with priority 1 for an unknown collection
      And "Install permissions" is set to Only Administrators for "Kiosks"
      And "Install permissions" is set to <default>
      And the user is <user>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: It matters only where the custom and the default settings answer differently
        | default   | user             | outcome             | violated                     | open                         |
        | All Users | an administrator | downloads on demand | nothing                      | nothing                      |
        | All Users | another user     | is undetermined     | nothing                      | install-permissions-allow-it |
        | No Users  | an administrator | is undetermined     | nothing                      | install-permissions-allow-it |
        | No Users  | another user     | does not run        | install-permissions-allow-it | nothing                      |

    Scenario: They do not keep a required deployment from its schedule
      Given "Purpose" is set to Required
      And "Install permissions" is set to No Users
      When it is started by its schedule
      Then it downloads on demand
      And it violates nothing
