@asks-run
Feature: What if something is not known?

  A run cannot leave a question open as a verdict can. It goes on as if all were well, and says what it took for granted.

  Background:
    Given a site on which everything is in order

  Rule: Whatever is not known is taken to be well, and named

    So the reader sees what the picture hangs on.

    Scenario: Everything is known
      When LT-001 runs it
      Then nothing is assumed
      And the run ends well

    Scenario Outline: Not known: <assumed>
      Given <unknown>
      When LT-001 runs it
      Then it is assumed that "<assumed>"
      And the run ends well

      Examples: What the site and its sources are like
        | unknown                                                      | assumed                                                          |
        | the gateway "CMG-EAST" is in an unknown state                | 'CMG-EAST' runs                                                  |
        | "Drivers" is in an unknown state on the gateway "CMG-EAST"   | 'CMG-EAST' holds 'Drivers', installed and in its current version |
        | it is unknown what is on the gateway                         | 'CMG-EAST' holds 'Drivers', installed and in its current version |
        | it is unknown which gateways there are                       | 'Drivers' is on a source that is not described                   |
        | "Allow access to cloud distribution point" is set to unknown | the client may take content from the cloud                       |

      Examples: What the task sequence is like
        | unknown                                                                     | assumed                                                             |
        | it is unknown which packages the drivers' step refers to                    | the step 'Stage drivers' refers to no package                       |
        | it is unknown which steps the task sequence has                             | the task sequence 'Upgrade to Windows 10' has no steps              |
        | it is unknown how large the policy is                                       | the policy is of not more than 32 MB                                |
        | it is unknown which conditions the drivers' step has                        | the conditions of the step 'Stage drivers' let it run               |
        | it is unknown whether the upgrade step takes its source from a network path | the step 'Upgrade Operating System' takes its source from a package |

      Examples: How it is deployed, and to whom
        | unknown                                                         | assumed                                       |
        | "Deployment options" is set to unknown                          | the deployment option is download-when-needed |
        | "Pre-download content for this task sequence" is set to unknown | nothing is downloaded in advance              |

    Scenario: The model of the client is not known, and a step goes by it
      Given "Stage drivers" runs only if the model equals "Surface Pro"
      And it is unknown of which model the client is
      When LT-001 runs it
      Then it is assumed that "the conditions of the step 'Stage drivers' let it run"
      And in all it has downloaded "Drivers" and "Windows 10 1903"

    Scenario: The model of the client is not known, and no step goes by it
      Given it is unknown of which model the client is
      When LT-001 runs it
      Then nothing is assumed

  Rule: A size that is not known counts as nothing, and is named

    Else a sum would look complete.

    Scenario: No size is known
      Given it is unknown how large the packages are
      When LT-001 runs it
      Then the size of "Drivers" is unknown and counts as nothing
      And 0 MB come in all
      And the cache is large enough or not, which is unknown

  Rule: What is violated for certain ends the run, whatever else is unknown

    Nothing that is assumed could mend it.

    Scenario: One condition is unknown and one is violated
      Given "Allow access to cloud distribution point" is set to unknown
      And "Enabled" is set to No
      When LT-001 runs it
      Then it is turned away when the policy arrives, for task-sequence-enabled
