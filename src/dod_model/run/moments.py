"""What can happen in a run: one class for each kind of moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from re import sub
from typing import ClassVar

from dod_model.attempt import Start
from dod_model.requirements.requirement import Stage
from dod_model.run.behaviours import Behaviour
from dod_model.run.events import Event
from dod_model.run.program import Action


class Ending(Enum):
    """How a run ends."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    NOT_STARTED = "not-started"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happens.

    Attributes:
        cause: number of the moment that it follows from; None for the first.
        behaviour: what it rests on.
    """

    kind: ClassVar[str] = "moment"

    cause: int | None
    behaviour: Behaviour

    def __init_subclass__(cls) -> None:
        """Name the kind after the class."""
        cls.kind = sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()


@dataclass(frozen=True, slots=True)
class PolicyReceived(Moment):
    """The client learns of the deployment; ``bytes`` is the size of the policy, None for unknown."""

    sequence: str
    bytes: int | None


@dataclass(frozen=True, slots=True)
class Refused(Moment):
    """The run goes no further, for requirements that are not met show themselves here."""

    requirements: tuple[str, ...]
    stage: Stage


@dataclass(frozen=True, slots=True)
class PolicyRejected(Moment):
    """The client cannot process the policy."""

    sequence: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Started(Moment):
    """Somebody or something starts the deployment; None for unknown how."""

    how: Start | None


@dataclass(frozen=True, slots=True)
class SequenceStarted(Moment):
    """The task sequence starts; ``on_demand`` is what _SMSTSDownloadOnDemand says."""

    sequence: str
    on_demand: bool


@dataclass(frozen=True, slots=True)
class StepMoment(Moment):
    """Something about a step, a group, or a step that runs a child sequence."""

    action: Action


@dataclass(frozen=True, slots=True)
class StepStarted(StepMoment):
    """A step starts."""


@dataclass(frozen=True, slots=True)
class StepSkipped(StepMoment):
    """A step is passed over; a skipped group or child takes all in it along. ``why`` is the condition in words."""

    why: str


@dataclass(frozen=True, slots=True)
class StepDone(StepMoment):
    """A step has run."""


@dataclass(frozen=True, slots=True)
class StepFailed(StepMoment):
    """A step cannot run, and ``why``."""

    why: str


@dataclass(frozen=True, slots=True)
class ContentMoment(Moment):
    """Something about a package; ``action`` is the step for which it is fetched, None before the start."""

    action: Action | None
    package: str


@dataclass(frozen=True, slots=True)
class LeftOutOfPreDownload(ContentMoment):
    """Pre-download passes the package over, for it is marked for other devices."""

    why: str


@dataclass(frozen=True, slots=True)
class FoundOnDevice(ContentMoment):
    """The package was fetched before."""


@dataclass(frozen=True, slots=True)
class LocationRequested(ContentMoment):
    """The client asks where the package is."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A source that is not in the list, and why; ``detail`` says more where there is more."""

    source: str
    behaviour: Behaviour
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SourcesAnswered(ContentMoment):
    """The management point answers: sources in the list, in its order, and those left out."""

    listed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class SourceChosen(ContentMoment):
    """A source is chosen; ``among`` are all that could have been, itself included."""

    source: str
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DownloadStarted(ContentMoment):
    """A download starts or goes on; ``size`` is that of the package in bytes, ``done`` what is there already."""

    source: str
    size: int
    done: int


@dataclass(frozen=True, slots=True)
class DownloadBroken(ContentMoment):
    """A download stops and is to go on; ``pulled`` bytes came since it started, ``done`` are there."""

    source: str
    pulled: int
    done: int


@dataclass(frozen=True, slots=True)
class DownloadVerified(ContentMoment):
    """The package is complete and checked; ``pulled`` bytes came since the download started."""

    source: str
    pulled: int


@dataclass(frozen=True, slots=True)
class DownloadFailed(ContentMoment):
    """The package does not come from there; ``source`` is None where none could be asked."""

    source: str | None
    pulled: int
    why: str


@dataclass(frozen=True, slots=True)
class Happened(Moment):
    """An event that the asker placed."""

    event: Event


@dataclass(frozen=True, slots=True)
class SequenceEnded(Moment):
    """The run is over."""

    ending: Ending


Transfer = DownloadBroken | DownloadVerified | DownloadFailed
"""The moments in which bytes are counted."""
