"""Collections, and what is deployed to them."""

from __future__ import annotations

from enum import Enum

from pydantic import MISSING, StrictBool

from dod_model.site.described import Described, Name, described, required


class Collection(Described):
    """A device collection."""

    name: Name = required("What the collection is called.")
    members: tuple[Name, ...] | MISSING = described("The clients that are members.")


class Purpose(Enum):
    """Purpose of a deployment (F060)."""

    AVAILABLE = "available"
    REQUIRED = "required"


class AvailableTo(Enum):
    """The four choices of **Make available to the following** (F059)."""

    CLIENTS = "clients"
    CLIENTS_MEDIA_AND_PXE = "clients-media-and-pxe"
    MEDIA_AND_PXE = "media-and-pxe"
    MEDIA_AND_PXE_HIDDEN = "media-and-pxe-hidden"


class DeploymentOption(Enum):
    """The three **Deployment options** (F052)."""

    WHEN_NEEDED = "download-when-needed"
    BEFORE_START = "download-all-before-start"
    FROM_DISTRIBUTION_POINT = "run-from-distribution-point"


class Deployment(Described):
    """A task sequence deployed to a collection."""

    name: Name = required("A name for the deployment, unique in the description.")
    task_sequence: Name = required("The task sequence that is deployed.")
    collection: Name = required("The collection to which it is deployed.")
    purpose: Purpose | MISSING = described("Whether users may install it or it installs by itself.", label="Purpose")
    available_to: AvailableTo | MISSING = described(
        "Who may start it.",
        label="Make available to the following",
        default="clients for a sequence without a boot image, the only choice there (F057)",
    )
    option: DeploymentOption | MISSING = described(
        "When content is downloaded: download-when-needed is **Download content locally when needed by the running "
        "task sequence**, download-all-before-start is **Download all content locally before starting task sequence**, "
        "run-from-distribution-point is **Access content directly from a distribution point when needed by the running "
        "task sequence**.",
        label="Deployment options",
    )
    internet: StrictBool | MISSING = described(
        "Whether clients on the internet may run it.",
        label="Allow task sequence to run for client on the Internet",
        default="off, by what public code shows; no document says (third party)",
    )
    independent_of_assignments: StrictBool | MISSING = described(
        "Whether a user may run a required deployment outside its schedule; always on for available ones.",
        label="Allow user to run the program independently of assignments",
    )
    pre_download: StrictBool | MISSING = described(
        "Whether clients fetch content before anyone starts the sequence.",
        label="Pre-download content for this task sequence",
    )
    metered: StrictBool | MISSING = described(
        "The option for metered connections; the console offers it for required deployments only (F067).",
        label=(
            "Allow clients on a metered Internet connection to download content after the installation deadline, "
            "which might incur additional costs"
        ),
    )
