"""What the documents say of each requirement, as decision tables written by hand."""

VERDICTS = {
    # F001, F002: upgrades from 1802 and TP 1802. F014: the same without a boot image; no document on previews.
    # F009: the client, too.
    "task-sequence-over-the-internet-available": """
        upgrade | boot_image | site_release       | client_release     | undocumented | verdict
        no      | yes        | *                  | *                  | *            | not-applicable
        yes     | *          | 1802.., TP 1802..  | 1802.., TP 1802..  | *            | met
        no      | no         | 1802..             | 1802..             | *            | met
        no      | no         | TP                 | TP                 | yes          | met
        *       | *          | *                  | *                  | *            | violated
    """,
    # F030; F014, F015 for a sequence without a boot image; F153 for an upgrade that names one.
    "upgrade-task-sequence": """
        upgrade | boot_image | undocumented | verdict
        no      | no         | *            | not-applicable
        no      | yes        | *            | violated
        yes     | no         | *            | met
        yes     | yes        | yes          | met
        yes     | yes        | no           | violated
    """,
    # F143
    "task-sequence-enabled": """
        sequence_enabled | verdict
        yes              | met
        no               | violated
    """,
    # F10A
    "child-task-sequences-enabled": """
        child_sequences_enabled | verdict
        yes                     | met
        no                      | violated
    """,
    # F031, F127
    "gateway-set-up": """
        gateway_running | verdict
        yes             | met
        no              | violated
    """,
    # F017: current branch 2002 and no other
    "no-defect-of-2002": """
        site_release | enhanced_http_management_point | bulk_token | verdict
        2002         | no                             | no         | met
        2002         | *                              | *          | violated
        *            | *                              | *          | not-applicable
    """,
    # F032, F033, F146
    "content-in-the-cloud": """
        content_in_cloud | verdict
        yes              | met
        no               | violated
    """,
    # F018, F140: from 1806 on both branches; F035: the setting
    "gateway-serves-content": """
        content_needs_gateway | gateway_serves_content | site_release      | verdict
        no                    | *                      | *                 | met
        yes                   | yes                    | 1806.., TP 1806.. | met
        yes                   | *                      | *                 | violated
    """,
    # F037, F038
    "client-uses-gateway": """
        client_uses_gateway | verdict
        yes                 | met
        no                  | violated
    """,
    # F038, F039
    "client-gets-cloud-content": """
        client_gets_cloud_content | verdict
        yes                       | met
        no                        | violated
    """,
    # F080, F081, F083 with E12
    "started-from-software-center": """
        started_from                                                          | verdict
        software-center, schedule                                             | met
        pxe, boot-media, stand-alone-media, prestaged-media, windows-pe       | violated
    """,
    # F060
    "required-to-start-on-schedule": """
        started_from | purpose   | verdict
        schedule     | required  | met
        schedule     | available | violated
        *            | *         | not-applicable
    """,
    # F142
    "user-may-start-it": """
        started_from    | purpose   | independent_of_assignments | verdict
        software-center | available | *                          | met
        software-center | required  | yes                        | met
        software-center | required  | no                         | violated
        *               | *         | *                          | not-applicable
    """,
    # F141: required deployments install at the deadline all the same
    "install-permissions-allow-it": """
        started_from    | user_may_install | verdict
        software-center | yes              | met
        software-center | no               | violated
        *               | *                | not-applicable
    """,
    # F050
    "allowed-on-the-internet": """
        internet_allowed | verdict
        yes              | met
        no               | violated
    """,
    # F059
    "available-to-clients": """
        available_to                        | verdict
        clients, clients-media-and-pxe      | met
        media-and-pxe, media-and-pxe-hidden | violated
    """,
    # F052, F058
    "content-downloaded-locally": """
        option                                          | verdict
        download-when-needed, download-all-before-start | met
        run-from-distribution-point                     | violated
    """,
    # F003, F004, F005, F007, F009
    "download-on-demand-available": """
        option               | site_release      | client_release    | verdict
        download-when-needed | 1910.., TP 1909.. | 1910.., TP 1909.. | met
        download-when-needed | *                 | *                 | violated
        *                    | *                 | *                 | not-applicable
    """,
    # F051
    "on-demand-option-chosen": """
        option               | verdict
        download-when-needed | met
        *                    | violated
    """,
    # F108
    "download-content-step-with-download-all": """
        download_content_step | option                                                 | verdict
        no                    | *                                                      | not-applicable
        yes                   | download-when-needed                                   | met
        yes                   | download-all-before-start, run-from-distribution-point | violated
    """,
    # F055, F056, F057
    "option-fits-availability": """
        available_to | boot_image | option                                          | packages_on_share | verdict
        clients      | *          | download-when-needed, download-all-before-start | *                 | met
        *            | yes        | download-when-needed                            | *                 | met
        clients      | *          | run-from-distribution-point                     | yes               | met
        *            | yes        | run-from-distribution-point                     | yes               | met
        *            | *          | *                                               | *                 | violated
    """,
    # F068
    "another-program-first": """
        another_program_first | verdict
        no                    | met
        yes                   | violated
    """,
    # F067, F148
    "metered-connection": """
        metered_connection | metered_option | started_from    | metered_communication | verdict
        no                 | no             | *               | *                     | not-applicable
        *                  | yes            | *               | *                     | violated
        yes                | no             | software-center | *                     | met
        yes                | no             | *               | allow, limit          | met
        yes                | no             | *               | block                 | violated
    """,
    # F149
    "network-path-content": """
        network_path | verdict
        no           | met
        yes          | violated
    """,
    # F144; when needed, what comes later may push out what was used
    "cache-size": """
        option                                            | cache_holds_all | cache_holds_each | verdict
        download-all-before-start                         | yes             | *                | met
        download-when-needed, run-from-distribution-point | *               | yes              | met
        *                                                 | *               | *                | violated
    """,
    # F098
    "content-on-a-running-source": """
        content_in_cloud | content_on_running_source | verdict
        no               | *                         | not-applicable
        yes              | yes                       | met
        yes              | no                        | violated
    """,
    # F019, E11: to 2103; no document on previews after the last that announced it
    "cloud-distribution-point-has-a-future": """
        content_needs_cloud_dp | site_release      | undocumented | verdict
        no                     | *                 | *            | not-applicable
        yes                    | ..2103, TP ..1909 | *            | met
        yes                    | TP 1910..         | yes          | met
        yes                    | *                 | *            | violated
    """,
}
"""The verdict of each requirement, where the documents speak of the attempt."""

COVERED = """
    place    | upgrade | boot_image | site_release | undocumented | covered
    intranet | *       | *          | *            | *            | no
    internet | yes     | *          | *            | *            | yes
    internet | no      | yes        | ..2002       | *            | yes
    internet | no      | yes        | 2006..       | *            | no
    internet | no      | yes        | TP ..1909    | *            | yes
    internet | no      | yes        | TP 1910..    | yes          | no
    internet | no      | yes        | TP 1910..    | no           | yes
    internet | no      | no         | ..1710       | *            | no
    internet | no      | no         | 1802..       | *            | yes
    internet | no      | no         | TP           | yes          | yes
    internet | no      | no         | TP           | no           | no
"""
"""F001, F010, F013, F014, F016, F030; where no document says, what a test in a lab would show decides."""

INFERRED = {
    # The client must have the release, too: a reading of later pages (F009).
    "task-sequence-over-the-internet-available": """
        upgrade | site_release | client_release | undocumented | inferred
        *       | 1802..       | ..1710         | *            | yes
        yes     | TP 1802..    | TP ..1801      | *            | yes
        *       | *            | *              | *            | no
    """,
    # For the current branch, pages from 1810 on say so of the client themselves.
    "download-on-demand-available": """
        site_release | client_release | inferred
        TP 1909..    | TP ..1908      | yes
        *            | *              | no
    """,
    # The texts of 1802 to 1906 are silent (F081).
    "started-from-software-center": """
        site_release      | inferred
        1910.., TP 1909.. | no
        *                 | yes
    """,
    # Refused in words from 1802 to 1906 (F058).
    "content-downloaded-locally": """
        site_release | inferred
        1802..1906   | no
        *            | yes
    """,
    # A single package that is too large is documented (F144).
    "cache-size": """
        cache_holds_each | inferred
        yes              | yes
        no               | no
    """,
}
"""On which facts a requirement is reasoned, not read; `ALWAYS_INFERRED` besides, all others never."""
ALWAYS_INFERRED = {"network-path-content", "content-on-a-running-source"}

_NOT_THE_GATEWAY = """
    content_needs_gateway | site_release                   | contradictions
    yes                   | 1806..1906, TP 1806..1908      | E11!
    *                     | *                              | -
"""
_TWO_SOURCES = """
    content_needs_gateway | content_needs_cloud_dp | site_release      | undocumented | contradictions
    yes                   | *                      | ..1906, TP ..1908 | *            | E11!
    *                     | yes                    | 2107..            | *            | E11!
    *                     | yes                    | TP 1910..         | no           | E11!
    *                     | *                      | *                 | *            | -
"""
CONTRADICTIONS = {
    "content-in-the-cloud": _TWO_SOURCES,
    "gateway-serves-content": _NOT_THE_GATEWAY,
    "client-uses-gateway": """
        content_needs_gateway | contradictions
        no                    | E13 F154
        yes                   | F154
    """,
    "client-gets-cloud-content": """
        content_needs_gateway | contradictions
        no                    | E05 E13! F154
        yes                   | E05 F154
    """,
    "started-from-software-center": """
        started_from    | contradictions
        software-center | -
        schedule        | E12!
        *               | E02
    """,
    "download-on-demand-available": """
        site_release      | upgrade | contradictions
        1910.., TP 1909.. | yes     | E01
        1910.., TP 1909.. | no      | E01 E07
        *                 | *       | -
    """,
    "cloud-distribution-point-has-a-future": """
        site_release | undocumented | contradictions
        2107..       | *            | E11!
        TP 1910..    | no           | E11!
        *            | *            | -
    """,
}
"""The contradictions among documents that touch a finding; ``!`` where the other reading would change the verdict."""
