Feature: Do the known defects of 2002 strike?

  In current branch 2002 two circumstances keep task sequences from running over a gateway. 2006 mends both.

  Background:
    Given a site on which everything is in order

  @no-defect-of-2002
  Rule: In 2002 the gateway uses no HTTP management point, and the client no bulk registration token

    Release notes name both circumstances, and what to do until the update.

    Scenario Outline: A site at <release> with an HTTP management point and Enhanced HTTP
      Given site and client are at <release>
      And "HTTPS" is set to off
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Only 2002 has the defect
        | release | outcome             | violated          |
        | 1910    | downloads on demand | nothing           |
        | 2002    | does not run        | no-defect-of-2002 |
        | 2006    | downloads on demand | nothing           |
        | TP 2002 | downloads on demand | nothing           |

    Scenario Outline: A site at <release> whose client was registered with a bulk registration token
      Given site and client are at <release>
      And the client was registered with a bulk registration token
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: Only 2002 has the defect
        | release | outcome             | violated          |
        | 1910    | downloads on demand | nothing           |
        | 2002    | does not run        | no-defect-of-2002 |
        | 2006    | downloads on demand | nothing           |

    Scenario Outline: A client of 2002 on a site at <site>
      Given the site is at <site>
      And the client is at 2002
      And the client was registered with a bulk registration token
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing

      Examples: The release of the site decides
        | site |
        | 1910 |
        | 2006 |

    Scenario Outline: A site at 2002: HTTPS <https>, Enhanced HTTP <enhanced>, gateway traffic <traffic>
      Given site and client are at 2002
      And "HTTPS" is set to <https>
      And "Use Configuration Manager-generated certificates for HTTP site systems" is set to <enhanced>
      And "Allow Configuration Manager cloud management gateway traffic" is set to <traffic>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: It takes an HTTP management point that the gateway uses, and Enhanced HTTP
        | https   | enhanced | traffic | outcome             | violated          | open              |
        | off     | on       | on      | does not run        | no-defect-of-2002 | nothing           |
        | on      | on       | on      | downloads on demand | nothing           | nothing           |
        | off     | off      | on      | downloads on demand | nothing           | nothing           |
        | off     | on       | off     | downloads on demand | nothing           | nothing           |
        | unknown | on       | on      | is undetermined     | nothing           | no-defect-of-2002 |
        | off     | unknown  | on      | is undetermined     | nothing           | no-defect-of-2002 |

    Scenario Outline: A site at 2002 whose client was registered <way>
      Given site and client are at 2002
      And the client was registered <way>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: It takes a bulk registration token
        | way                                      | outcome             | violated          |
        | with a bulk registration token           | does not run        | no-defect-of-2002 |
        | on the intranet                          | downloads on demand | nothing           |
        | with a client authentication certificate | downloads on demand | nothing           |
        | through Azure AD                         | downloads on demand | nothing           |

    Scenario: One defect is enough, whatever else is unknown
      Given site and client are at 2002
      And it is unknown which management points there are
      And the client was registered with a bulk registration token
      When it is started from Software Center
      Then it does not run
      And it violates no-defect-of-2002
