"""Write faults/: for each requirement the healthy site with one fault.

    python docs/examples/make_faults.py           writes the files
    python docs/examples/make_faults.py --check   says whether they are up to date

Every file is the whole of healthy.yaml with a few lines replaced, so that it can be read and checked by itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
FAULTS = HERE / "faults"
FAULT = "  # the fault"
ASIDE = "  # so that nothing else is amiss"


class Edit(NamedTuple):
    """A line of the healthy site, the lines that take its place, and what is said beside the first of them."""

    old: str
    new: str
    remark: str = FAULT


class Example(NamedTuple):
    """What is wrong, in words; the edits that make it so; and what to add to the command."""

    what: str
    edits: tuple[Edit, ...] = ()
    options: str = ""


SITE = "release: 1910"
CLIENT = "    release: 5.00.8913.1006"
OPTION = "    option: download-when-needed"
PURPOSE = "    purpose: available"
DOWNLOAD_STEP = "      - {name: Stage drivers, kind: download-package-content, packages: [Drivers], conditions: []}"
NO_CLOUD_DP = "cloud_distribution_points: []"
DRIVERS_ON_CMG = "      - {package: Drivers, state: installed, version: 1}"
CLOUD_SERVICES = "    cloud_services: {use_gateway: true, cloud_content: true}"
OTHER_STEP = Edit(
    DOWNLOAD_STEP, "      - {name: Stage drivers, kind: other, packages: [Drivers], conditions: []}", ASIDE
)
GATEWAY = """gateways:
  - name: CMG-EAST
    state: running
    serves_content: true
    site_code: PS1
    content:
      - {package: Windows 10 1903, state: installed, version: 3}
      - {package: Drivers, state: installed, version: 1}"""


def cloud_dp(state: str, *content: str, remark: str) -> Edit:
    """A cloud distribution point with some packages."""
    held = "".join(f"\n      - {{{one}}}" for one in content)
    fields = f"\n    state: {state}{remark}\n    site_code: PS1\n    content:{held}"
    return Edit(NO_CLOUD_DP, f"cloud_distribution_points:\n  - name: CDP-EAST{fields}", "")


WINDOWS_HELD = "package: Windows 10 1903, state: installed, version: 3"
DRIVERS_HELD = "package: Drivers, state: installed, version: 1"

EXAMPLES: dict[str, Example] = {
    "task-sequence-over-the-internet-available": Example(
        "The client was never upgraded: its release knows no task sequences over a gateway.",
        (
            Edit(CLIENT, "    release: 1706"),
            Edit(OPTION, "    option: download-all-before-start", ASIDE),
            OTHER_STEP,
        ),
        "--want run",
    ),
    "upgrade-task-sequence": Example(
        "The task sequence is no upgrade, and it names a boot image.",
        (
            Edit("    upgrade: true", "    upgrade: false"),
            Edit("    boot_image: null", "    boot_image: Boot image (x64)"),
        ),
    ),
    "task-sequence-enabled": Example(
        "The task sequence is disabled.", (Edit("    enabled: true", "    enabled: false"),)
    ),
    "child-task-sequences-enabled": Example(
        "The task sequence runs another one, which is disabled.",
        (
            Edit(
                "      - {name: Check readiness, kind: other, packages: [], conditions: []}",
                "      - {name: Check readiness, kind: run-task-sequence, task_sequence: Readiness checks, "
                "conditions: []}",
                "",
            ),
            Edit(
                "task_sequences:",
                "task_sequences:\n  - name: Readiness checks\n    enabled: false  # the fault\n"
                "    steps:\n      - {name: Check disk space, kind: other, packages: [], conditions: []}",
                "",
            ),
        ),
    ),
    "gateway-set-up": Example(
        "There is no gateway. Clients need one, also where a cloud distribution point holds the content.",
        (Edit(GATEWAY, "gateways: []"), cloud_dp("running", WINDOWS_HELD, DRIVERS_HELD, remark=ASIDE)),
    ),
    "no-defect-of-2002": Example(
        "The site is at 2002, and its gateway uses a management point over HTTP, with Enhanced HTTP.",
        (Edit(SITE, "release: 2002"), Edit("    https: true", "    https: false")),
    ),
    "content-in-the-cloud": Example(
        "The drivers were changed since: their current version is 2, and the gateway holds version 1.",
        (Edit("    version: 1", "    version: 2"),),
    ),
    "gateway-serves-content": Example(
        "The gateway holds the content and is not content-enabled.",
        (Edit("    serves_content: true", "    serves_content: false"),),
    ),
    "client-uses-gateway": Example(
        "The client settings do not let clients use a gateway.",
        (Edit(CLOUD_SERVICES, "    cloud_services: {use_gateway: false, cloud_content: true}"),),
    ),
    "client-gets-cloud-content": Example(
        "A custom object of client settings keeps the laptops from content in the cloud.",
        (
            Edit(
                "  custom: []",
                "  custom:\n    - name: Laptop settings\n      priority: 1\n      collections: [Laptops]\n"
                "      cloud_services: {use_gateway: true, cloud_content: false}  # the fault\n"
                "      computer_agent: null  # not ticked, like the two below\n"
                "      metered_connections: null\n      client_cache: null",
                "",
            ),
        ),
    ),
    "started-from-software-center": Example(
        "The fault is in the question: the site is healthy, and the start over PXE is not supported.",
        options="--start pxe",
    ),
    "required-to-start-on-schedule": Example(
        "The fault is in the question: the deployment is available, so no schedule starts it.",
        options="--start schedule",
    ),
    "user-may-start-it": Example(
        "The deployment is required, and users may not run it independently of assignments.",
        (Edit(PURPOSE, "    purpose: required\n    independent_of_assignments: false  # the fault", ""),),
        "--start software-center",
    ),
    "install-permissions-allow-it": Example(
        "The client settings let no user install anything from Software Center.",
        (
            Edit(
                "    computer_agent: {install_permissions: all-users}",
                "    computer_agent: {install_permissions: no-users}",
            ),
        ),
    ),
    "allowed-on-the-internet": Example(
        "The deployment is not allowed for clients on the internet.",
        (Edit("    internet: true", "    internet: false"),),
    ),
    "available-to-clients": Example(
        "The deployment is made available to media and PXE only. (The console does not offer that for a task sequence\n"
        "# without a boot image, so option-fits-availability is violated as well.)",
        (Edit("    available_to: clients", "    available_to: media-and-pxe"),),
    ),
    "content-downloaded-locally": Example(
        "The deployment runs content from a distribution point.",
        (
            Edit(OPTION, "    option: run-from-distribution-point"),
            Edit("    size: 4831838208", "    size: 4831838208\n    package_share: true", ""),
            Edit("    size: 734003200", "    size: 734003200\n    package_share: true", ""),
            OTHER_STEP,
        ),
        "--want run",
    ),
    "download-on-demand-available": Example(
        "The client is of release 1906, which cannot yet download on demand.",
        (Edit(CLIENT, "    release: 5.00.8853.1006"),),
    ),
    "on-demand-option-chosen": Example(
        "The deployment downloads everything before it starts: it runs, but not on demand.",
        (Edit(OPTION, "    option: download-all-before-start"), OTHER_STEP),
    ),
    "download-content-step-with-download-all": Example(
        "A Download Package Content step does not go together with downloading everything first. An advice: it runs.",
        (Edit(OPTION, "    option: download-all-before-start"),),
        "--want run",
    ),
    "option-fits-availability": Example(
        "Without a boot image the console offers the deployment to clients only. An advice: it runs.",
        (Edit("    available_to: clients", "    available_to: clients-media-and-pxe"),),
    ),
    "another-program-first": Example(
        "Another program is to run first, which has no effect over a gateway. An advice: it runs.",
        (Edit("    run_another_program_first: null", "    run_another_program_first: Back up the profile"),),
    ),
    "metered-connection": Example(
        "The deployment starts by its schedule on a metered connection, where clients do not communicate. An advice.",
        (
            Edit(PURPOSE, "    purpose: required", ""),
            Edit("    registration: azure-ad\n    metered: false", "    registration: azure-ad\n    metered: true"),
        ),
    ),
    "network-path-content": Example(
        "The upgrade step takes its source from a network path. An advice: it starts.",
        (Edit("        network_path: false", "        network_path: true"),),
    ),
    "cache-size": Example(
        "The client cache is smaller than the largest package. An advice: it starts.",
        (Edit("    client_cache: {size_mb: 20480}", "    client_cache: {size_mb: 4096}"),),
    ),
    "content-on-a-running-source": Example(
        "Only a stopped cloud distribution point holds the drivers: they are found and cannot be downloaded.\n"
        "# An advice: it starts.",
        (Edit(f"{DRIVERS_ON_CMG}\n", "", ""), cloud_dp("stopped", DRIVERS_HELD, remark=FAULT)),
    ),
    "cloud-distribution-point-has-a-future": Example(
        "At 2107 no cloud distribution point can be created any more, and only one holds the drivers. An advice.",
        (
            Edit(SITE, "release: 2107"),
            Edit(f"{DRIVERS_ON_CMG}\n", "", ""),
            cloud_dp("running", DRIVERS_HELD, remark=""),
        ),
    ),
}


def written(name: str, healthy: str) -> str:
    """The example for a requirement.

    Raises:
        ValueError: a line that is to be replaced does not stand in the healthy site exactly once.
    """
    example = EXAMPLES[name]
    _, _, text = healthy.partition("\n")
    for old, new, remark in example.edits:
        if text.count(old) != 1:
            message = f"{name}: not there exactly once: {old!r}"
            raise ValueError(message)
        text = text.replace(old, f"{new}{remark}")
    options = f" {example.options}" if example.options else ""
    return f"# dod check docs/examples/faults/{name}.yaml{options}\n# {example.what}\n{text}"


def main(words: list[str]) -> int:
    """Write the files, or compare with them; return the exit code."""
    healthy = (HERE / "healthy.yaml").read_text(encoding="utf-8")
    wanted = {FAULTS / f"{name}.yaml": written(name, healthy) for name in EXAMPLES}
    if "--check" not in words:
        for path, text in wanted.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    present = {path: path.read_text(encoding="utf-8") for path in FAULTS.glob("*")}
    stale = sorted(path.name for path in wanted.keys() | present.keys() if wanted.get(path) != present.get(path))
    sys.stdout.write("".join(f"not up to date: {name}\n" for name in stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
