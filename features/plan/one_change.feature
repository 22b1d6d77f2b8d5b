@asks-plan
Feature: Which one change mends it?

  Where one condition is violated the plan is one change, named as the console names it, on the object that it concerns.

  Background:
    Given a site on which everything is in order

  Rule: Each fault has its remedy

    The documents name the setting; the plan names the object on which it is wrong.

    Scenario Outline: <fault>
      Given <fault>
      When a plan is made to start it from Software Center
      Then the plan is
        | change   |
        | <change> |
      And there is no other plan of that size
      And nothing is to be found out

      Examples: Releases
        | fault                 | change                                          |
        | the site is at 1906   | Update the site to at least 1910                |
        | the client is at 1906 | Upgrade the client of 'LT-001' to at least 1910 |

      Examples: The task sequence
        | fault                                             | change                                                                  |
        | "Enabled" is set to No                            | Enable the task sequence 'Upgrade to Windows 10'                        |
        | the task sequence is an upgrade with a boot image | Clear **Use a boot image** on the task sequence 'Upgrade to Windows 10' |

      Examples: The gateway
        | fault                             | change                       |
        | the gateway "CMG-EAST" is stopped | Start the gateway 'CMG-EAST' |

      Examples: Client settings
        | fault                                                           | change                                                                                       |
        | "Enable clients to use a cloud management gateway" is set to No | Set **Enable clients to use a cloud management gateway** to Yes in 'Default Client Settings' |
        | "Allow access to cloud distribution point" is set to No         | Set **Allow access to cloud distribution point** to Yes in 'Default Client Settings'         |
        | "Install permissions" is set to No Users                        | Set **Install permissions** to All Users in 'Default Client Settings'                        |

      Examples: The deployment
        | fault                                                                                                                     | change                                                                                                                |
        | "Allow task sequence to run for client on the Internet" is set to off                                                     | Select **Allow task sequence to run for client on the Internet** on the deployment 'Upgrade laptops'                  |
        | "Make available to the following" is set to Only media and PXE                                                            | Set **Make available to the following** to **Only Configuration Manager clients** on the deployment 'Upgrade laptops' |
        | "Deployment options" is set to Download all content locally before starting task sequence                                 | Choose **Download content locally when needed by the running task sequence** on the deployment 'Upgrade laptops'      |
        | "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence | Choose **Download content locally when needed by the running task sequence** on the deployment 'Upgrade laptops'      |

    Scenario: Nothing is to be done where the wish is granted
      When a plan is made to start it from Software Center
      Then no change is needed
      And nothing is to be found out

    Scenario: Advice that is not followed asks for no change
      Given "Run another program first" is set to on
      When a plan is made to start it from Software Center
      Then no change is needed

    Scenario: A child is disabled
      Given a child task sequence "Install applications" that refers to "Office"
      And "Enabled" is set to No for "Install applications"
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                          |
        | Enable the task sequence 'Install applications' |

    Scenario Outline: It is to be started <start>
      When a plan is made to start it <start>
      Then the plan is
        | change                                       |
        | Start the task sequence from Software Center |

      Examples: No other start is supported
        | start           |
        | over PXE        |
        | from boot media |
        | from Windows PE |

    Scenario: A user may not start a required deployment
      Given "Purpose" is set to Required
      And "Allow user to run the program independently of assignments" is set to off
      When a plan is made to start it from Software Center
      Then the plan is
        | change                                                                                                    |
        | Select **Allow user to run the program independently of assignments** on the deployment 'Upgrade laptops' |
