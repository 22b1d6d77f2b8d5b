Feature: Does content count that a device would skip?

  One task sequence serves many models, and conditions skip what a device does not need. The administrator distributes
  what this model needs, and leaves the drivers of the others in the office.

  Background:
    Given a site on which everything is in order

  @content-in-the-cloud
  Rule: Whatever the task sequence refers to counts, be its step skipped or not

    All content that it references has to be there, and conditions are evaluated only once it runs.

    Scenario Outline: On a Latitude 7490 (x64) the step of the missing drivers runs only if <condition>
      Given "Stage drivers" runs only if <condition>
      And no source holds "Drivers"
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>

      Examples: It runs
        | condition                        | outcome      | violated             |
        | the model equals "Latitude 7490" | does not run | content-in-the-cloud |

      Examples: It is skipped
        | condition                       | outcome      | violated             |
        | the model equals "Surface Pro"  | does not run | content-in-the-cloud |
        | the architecture equals "arm64" | does not run | content-in-the-cloud |

    Scenario: It is no matter of the deployment option
      Given "Deployment options" is set to Download all content locally before starting task sequence
      And it is enough that it runs
      And no step is Download Package Content
      And "Stage drivers" runs only if the model equals "Surface Pro"
      And no source holds "Drivers"
      When it is started from Software Center
      Then it does not run
      And it violates content-in-the-cloud

    Scenario: A group is skipped, with the step of the missing drivers in it
      Given the steps "Stage drivers" and "Upgrade Operating System" are in the group "Upgrade"
      And "Upgrade" runs only if the architecture equals "arm64"
      And no source holds "Drivers"
      When it is started from Software Center
      Then it does not run
      And it violates content-in-the-cloud

    Scenario: The step is skipped, and its drivers are in the cloud
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing
