Feature: Does the console offer such a combination?

  A description of a site may say what the console would not let anybody choose. Then something was misread, or left
  over from an earlier state.

  Background:
    Given a site on which everything is in order

  @option-fits-availability @asks-evidence
  Rule: Availability, boot image, deployment option and package shares fit together

    Media and PXE need a boot image. Where they are offered, downloading all content is not. Running from a distribution
    point is offered only if every package is on a package share.

    Scenario Outline: The task sequence is <kind>, made available to <audience>, with the option <option>
      Given the task sequence is <kind>
      And "Make available to the following" is set to <audience>
      And "Deployment options" is set to <option>
      When it is started from Software Center
      Then the finding on option-fits-availability is <quality>

      Examples: Without a boot image it is for clients only
        | kind       | audience                                      | option                                                            | quality  |
        | an upgrade | Only Configuration Manager clients            | Download content locally when needed by the running task sequence | met      |
        | an upgrade | Only Configuration Manager clients            | Download all content locally before starting task sequence        | met      |
        | an upgrade | Configuration Manager clients, media, and PXE | Download content locally when needed by the running task sequence | violated |
        | an upgrade | Only media and PXE                            | Download content locally when needed by the running task sequence | violated |

      Examples: With a boot image media and PXE may be added, but not together with downloading all content
        | kind                | audience                                      | option                                                            | quality  |
        | an imaging sequence | Only Configuration Manager clients            | Download all content locally before starting task sequence        | met      |
        | an imaging sequence | Configuration Manager clients, media, and PXE | Download content locally when needed by the running task sequence | met      |
        | an imaging sequence | Configuration Manager clients, media, and PXE | Download all content locally before starting task sequence        | violated |
        | an imaging sequence | Only media and PXE (hidden)                   | Download all content locally before starting task sequence        | violated |

    Scenario Outline: Made available to <audience>, run from a distribution point, on package shares: <first> and <second>
      Given the task sequence is an imaging sequence
      And "Make available to the following" is set to <audience>
      And "Deployment options" is set to Access content directly from a distribution point when needed by the running task sequence
      And "Copy the content in this package to a package share on distribution points" is set to <first> for "Windows 10 1903"
      And "Copy the content in this package to a package share on distribution points" is set to <second> for "Drivers"
      When it is started from Software Center
      Then the finding on option-fits-availability is <quality>

      Examples: Every package has to be on a package share
        | audience                                      | first | second  | quality      |
        | Only Configuration Manager clients            | on    | on      | met          |
        | Only Configuration Manager clients            | on    | off     | violated     |
        | Only Configuration Manager clients            | on    | unknown | undetermined |
        | Only Configuration Manager clients            | off   | unknown | violated     |
        | Configuration Manager clients, media, and PXE | on    | on      | met          |
        | Configuration Manager clients, media, and PXE | off   | on      | violated     |

  @option-fits-availability
  Rule: It is advice, and keeps nothing from running

    Over the internet such a deployment is held to the same conditions as any other.

    Scenario: Clients, media and PXE for an upgrade
      Given "Make available to the following" is set to Configuration Manager clients, media, and PXE
      When it is started from Software Center
      Then it downloads on demand
      And it violates option-fits-availability
