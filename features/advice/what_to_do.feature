Feature: What is done about advice?

  Plans hold changes that are needed for the wish. What else is better is proposed with its finding.

  Background:
    Given a site on which everything is in order

  @asks-evidence
  Rule: Each finding proposes what mends it, the usual action first

    Whoever reads of a fault wants to read what to do next.

    Scenario Outline: The finding on <requirement>
      Given "Deployment options" is set to Download all content locally before starting task sequence
      And "Make available to the following" is set to Configuration Manager clients, media, and PXE
      And the client's connection is metered
      And "Allow clients on a metered Internet connection to download content after the installation deadline, which might incur additional costs" is set to on
      When it is started from Software Center
      Then the finding on <requirement> proposes "<actions>"

      Examples: Advice on the deployment
        | requirement                             | actions                                                                                                                                                             |
        | download-content-step-with-download-all | Choose **Download content locally when needed by the running task sequence**                                                                                        |
        | option-fits-availability                | Set **Make available to the following** to **Only Configuration Manager clients**, or: Choose **Download content locally when needed by the running task sequence** |

      Examples: Advice on the task sequence
        | requirement           | actions                                                                     |
        | another-program-first | Clear **Run another program first**                                         |
        | network-path-content  | Take the source of the step from a package that is distributed to the cloud |

      Examples: Advice on the client
        | requirement        | actions                                                                                                                                                                                                                   |
        | metered-connection | Clear **Allow clients on a metered Internet connection to download content after the installation deadline, which might incur additional costs**, or: Use a connection that is not metered, or start from Software Center |
        | cache-size         | Raise **Maximum cache size (MB)**, or: Choose **Download content locally when needed by the running task sequence**                                                                                                       |

      Examples: Advice on the sources of content
        | requirement                           | actions                                                                                                                                           |
        | content-on-a-running-source           | Start the cloud source that holds the content, or: Distribute the package to a cloud source and wait until it is installed in its current version |
        | cloud-distribution-point-has-a-future | Distribute the packages to a content-enabled cloud management gateway                                                                             |

      Examples: What no plan does, because it takes another task sequence
        | requirement           | actions                                                                                                                               |
        | upgrade-task-sequence | Deploy a task sequence that upgrades an operating system from an upgrade package, or: Clear **Use a boot image** on the task sequence |

    Scenario Outline: Content is missing on a site at <release>
      Given site and client are at <release>
      And no source holds "Drivers"
      When it is started from Software Center
      Then the finding on content-in-the-cloud proposes "<actions>"

      Examples: What can no longer be done is not proposed
        | release | actions                                                                                                                               |
        | 1710    | Distribute the package to a cloud source and wait until it is installed in its current version, or: Create a cloud distribution point |
        | 2103    | Distribute the package to a cloud source and wait until it is installed in its current version, or: Create a cloud distribution point |
        | 2107    | Distribute the package to a cloud source and wait until it is installed in its current version                                        |

      Examples: What perhaps can be done is
        | release | actions                                                                                                                               |
        | TP 1910 | Distribute the package to a cloud source and wait until it is installed in its current version, or: Create a cloud distribution point |

    Scenario Outline: The fault of <requirement> when <state>
      Given <state>
      And site and client are at <release>
      When it is started from Software Center
      Then the finding on <requirement> proposes "<actions>"

      Examples: What is so already is not proposed
        | requirement        | release | state                                                    | actions                                                                                                                       |
        | no-defect-of-2002  | 2002    | the client was registered with a bulk registration token | Update the site, or: Register the client on the intranet, give it a client authentication certificate, or join it to Azure AD |
        | cache-size         | 1910    | "Maximum cache size (MB)" is set to 4096                 | Raise **Maximum cache size (MB)**                                                                                             |
        | metered-connection | 1910    | the client's connection is metered                       | Use a connection that is not metered, or start from Software Center                                                           |
        | gateway-set-up     | 1910    | there is no gateway                                      | Create a cloud management gateway                                                                                             |
        | gateway-set-up     | 1910    | the gateway "CMG-EAST" is stopped                        | Start the cloud management gateway                                                                                            |

      Examples: What the release cannot do is not proposed
        | requirement                | release | state                                                                                                                     | actions                                                                                                                                                    |
        | gateway-serves-content     | 1802    | "Deployment options" is set to Download all content locally before starting task sequence                                 | Update the site, or: Distribute the package to a cloud source and wait until it is installed in its current version, or: Create a cloud distribution point |
        | content-downloaded-locally | 1906    | "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence | Choose **Download all content locally before starting task sequence**                                                                                      |
        | content-downloaded-locally | 1910    | "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence | Choose **Download content locally when needed by the running task sequence**, or: Choose **Download all content locally before starting task sequence**    |

      Examples: Whoever wishes for it is told of it all the same
        | requirement             | release | state                                                                                     | actions                                                                      |
        | on-demand-option-chosen | 1906    | "Deployment options" is set to Download all content locally before starting task sequence | Choose **Download content locally when needed by the running task sequence** |

    Scenario: A finding states what it asks for
      When it is started from Software Center
      Then the finding on another-program-first states "No other program is to run first: that property has no effect on a client that uses a gateway."
