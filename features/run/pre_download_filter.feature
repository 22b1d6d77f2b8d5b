@asks-run
Feature: What does pre-download pass over?

  Packages may be marked for the devices that they are meant for. Pre-download goes by the marks; the deployment option
  does not.

  Background:
    Given a site on which everything is in order
    And "Pre-download content for this task sequence" is set to on
    And "Deployment options" is set to Download all content locally before starting task sequence

  @pre-download-filter
  Rule: Pre-download leaves out what is marked for other devices

    At first only OS upgrade packages were looked at; from 1906 on other content is, too.

    Scenario Outline: At <release> the drivers are marked for the model "<model>"
      Given site and client are at <release>
      And "Drivers" is marked for the model "<model>"
      When LT-001 runs it
      Then in advance it has downloaded <packages>

      Examples: Before 1906 driver packages are not looked at
        | release | model         | packages                        |
        | 1902    | Surface Pro   | "Drivers" and "Windows 10 1903" |
        | 1906    | Surface Pro   | "Windows 10 1903"               |
        | 1906    | LATITUDE 7490 | "Drivers" and "Windows 10 1903" |

    Scenario Outline: At <release> the OS upgrade package is marked for the <mark> "<value>"
      Given site and client are at <release>
      And "Windows 10 1903" is marked for the <mark> "<value>"
      When LT-001 runs it
      Then in advance it has downloaded <packages>

      Examples: OS upgrade packages go by architecture and language, not by model
        | release | mark         | value       | packages                        |
        | 1902    | architecture | arm64       | "Drivers"                       |
        | 1906    | architecture | arm64       | "Drivers"                       |
        | 1902    | language     | de-DE       | "Drivers"                       |
        | 1906    | architecture | X64         | "Drivers" and "Windows 10 1903" |
        | 1906    | model        | Surface Pro | "Drivers" and "Windows 10 1903" |

    Scenario Outline: "Drivers" is <kind>, marked for the <mark> "<value>"
      Given "Drivers" is <kind>
      And "Drivers" is marked for the <mark> "<value>"
      When LT-001 runs it
      Then in advance it has downloaded <packages>

      Examples: It is passed over
        | kind             | mark         | value       | packages          |
        | a driver package | model        | Surface Pro | "Windows 10 1903" |
        | a package        | architecture | arm64       | "Windows 10 1903" |
        | a package        | language     | de-DE       | "Windows 10 1903" |
        | an OS image      | language     | de-DE       | "Windows 10 1903" |

      Examples: It is fetched, for such content does not go by this mark
        | kind             | mark     | value       | packages                        |
        | a driver package | language | de-DE       | "Drivers" and "Windows 10 1903" |
        | a package        | model    | Surface Pro | "Drivers" and "Windows 10 1903" |
        | an application   | language | de-DE       | "Drivers" and "Windows 10 1903" |

    Scenario: What was passed over comes with the rest
      Given "Drivers" is marked for the model "Surface Pro"
      When LT-001 runs it
      Then "Drivers" is left out in advance, for "it is marked for the model 'Surface Pro', the client has 'Latitude 7490'"
      And 4608 MB come in advance
      And 700 MB come before the task sequence starts

    Scenario: A client in that language
      Given "Windows 10 1903" is marked for the language "de-DE"
      And the client's language is "de-DE"
      When LT-001 runs it
      Then in advance it has downloaded "Drivers" and "Windows 10 1903"

    Scenario: What was passed over does not count as complete
      Given "Drivers" is marked for the model "Surface Pro"
      And pre-download had completed 1 of the packages
      When LT-001 runs it
      Then in advance it has downloaded "Windows 10 1903"

    Scenario: It is unknown whether the marks fit
      Given "Drivers" is marked for the model "Surface Pro"
      And it is unknown of which model the client is
      When LT-001 runs it
      Then in advance it has downloaded "Drivers" and "Windows 10 1903"

    Scenario: Content of an unknown kind may be of one that goes by no mark
      Given "Drivers" is of an unknown kind
      And "Drivers" is marked for the language "de-DE"
      When LT-001 runs it
      Then in advance it has downloaded "Drivers" and "Windows 10 1903"
      And it is assumed that "pre-download passes over only what is known to be for other devices"
