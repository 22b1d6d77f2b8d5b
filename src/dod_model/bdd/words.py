"""The words of the scenarios: each parameter of a step becomes a value of the model, or is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from behave import register_type
from pydantic import MISSING

from dod_model.assessment import Outcome
from dod_model.attempt import Start, User
from dod_model.bdd.parameters import ParameterType, meaning, one_of, quoted
from dod_model.bdd.qualities import GRANTED, QUALITIES
from dod_model.bdd.run_words import RUN_TYPES
from dod_model.kit.arranging.distributing import HELD, NEW_SOURCES, SOURCE_KINDS, SourceName
from dod_model.kit.arranging.labels import LABELS, UNKNOWN, Label, SettingLabel
from dod_model.kit.arranging.sequences import SEQUENCE_KINDS
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.healthy import COLLECTION
from dod_model.releases import parse
from dod_model.requirements import BY_ID
from dod_model.site import Registration, Site, SourceState


@dataclass(frozen=True, slots=True)
class Setting:
    """A label of the console and the value that it is set to."""

    label: Label
    value: Any

    def apply(self, site: Site, on: str = "") -> Site:
        """Set it on the named object, or on the usual one."""
        return self.label.apply(site, on or self.label.on, self.value)


def _value(label: Label, text: str) -> Any:
    if label.words is None and text.isdecimal():
        return int(text)
    return meaning(text, label.words or UNKNOWN, "value of this setting")


def _setting(text: str) -> Setting:
    name, _, value = text.partition(" is set to ")
    label = meaning(quoted(name), LABELS, "label of a setting")
    return Setting(label, _value(label, value))


def _effective(text: str) -> tuple[SettingLabel, Any]:
    name, _, value = text.partition(" is effectively ")
    labels = {name: label for name, label in LABELS.items() if isinstance(label, SettingLabel)}
    label = meaning(quoted(name), labels, "label of a client setting")
    wanted = _value(label, value)
    return label, None if wanted is MISSING else wanted


def value_in_words(label: Label, value: Any) -> str:
    """The value of a setting as scenarios write it; None is one that is unknown."""
    meant = MISSING if value is None else value
    return next((word for word, meaning in (label.words or UNKNOWN).items() if meaning == meant), str(value))


def _source(text: str) -> SourceName:
    kind, _, name = text.partition(' "')
    return SourceName(SOURCE_KINDS[kind.removeprefix("the ")], name[:-1])


def _requirements(text: str) -> frozenset[str]:
    """Several requirements by id; ``nothing`` and ``everything`` stand for none and all."""
    if text in ("nothing", "everything"):
        return frozenset(() if text == "nothing" else BY_ID)
    return frozenset(meaning(name, _IDS, "requirement") for name in text.replace(" and ", ", ").split(", "))


def _contradictions(text: str) -> tuple[str, ...]:
    if text == "no contradiction":
        return ()
    return tuple(meaning(name, _TOUCHING, "contradiction") for name in text.replace(" and ", ", ").split(", "))


_IDS = {name: name for name in BY_ID}
_TOUCHING = {touch.contradiction: touch.contradiction for one in BY_ID.values() for touch in one.touched_by}
_OUTCOMES = {
    "downloads on demand": Outcome.DOWNLOADS_ON_DEMAND,
    "downloads everything before the start": Outcome.DOWNLOADS_BEFORE_START,
    "does not run": Outcome.DOES_NOT_RUN,
    "is undetermined": Outcome.UNDETERMINED,
    "is not covered": Outcome.NOT_COVERED,
}
_STARTS = {
    "from Software Center": Start.SOFTWARE_CENTER,
    "by its schedule": Start.SCHEDULE,
    "over PXE": Start.PXE,
    "from boot media": Start.BOOT_MEDIA,
    "from stand-alone media": Start.STANDALONE_MEDIA,
    "from prestaged media": Start.PRESTAGED_MEDIA,
    "from Windows PE": Start.WINDOWS_PE,
    "in an unknown way": None,
}
_USERS = {
    "an administrator": User.ADMINISTRATOR,
    "a primary user": User.PRIMARY_USER,
    "another user": User.OTHER_USER,
    "unknown": None,
}
_REGISTRATIONS = {
    "on the intranet": Registration.INTRANET,
    "with a client authentication certificate": Registration.CERTIFICATE,
    "through Azure AD": Registration.AZURE_AD,
    "with a bulk registration token": Registration.BULK_TOKEN,
}
_STATES = {"running": SourceState.RUNNING, "stopped": SourceState.STOPPED, "in an unknown state": MISSING}
_REACHES: dict[str, Any] = {
    "the client": (COLLECTION,),
    "other clients": ("Other devices",),
    "nobody": (),
    "an unknown collection": MISSING,
}
_SIDES = {"site": "site", "client": "client"}
_SIZES = {"MB": 2**20, "GB": 2**30}


def _size(text: str) -> int:
    """An amount of bytes: ``3 MB``, or ``3 MB and 1 byte``."""
    number, unit, *more = text.split()
    return int(number) * _SIZES[unit] + (int(more[1]) if more else 0)


PARAMETER_TYPES: dict[str, ParameterType] = {
    "Contradictions": ParameterType(
        r"no contradiction|[A-Z]\d+(?:(?:, | and )[A-Z]\d+)*",
        _contradictions,
        "numbers of contradictions, as `E05` or `E05 and E13`; `no contradiction` for none",
    ),
    "EffectiveSetting": ParameterType(
        r'"[^"]+" is effectively [^"]+?',
        _effective,
        'the label of a client setting and what it comes to: `"Install permissions" is effectively All Users`',
    ),
    "Held": one_of(HELD, "way to be held", r"[a-z ]+?"),
    "Name": ParameterType(r'"[^"]+"', quoted, 'a name in quotation marks: `"Drivers"`'),
    "NewSource": one_of(NEW_SOURCES, "kind of source", r"an? [a-z -]+?"),
    "Number": ParameterType(r"\d+", int, "a whole number"),
    "Outcome": one_of(_OUTCOMES, "outcome", r"(?:downloads|does|is) [a-z ]+"),
    "Granted": one_of(GRANTED, "answer to a wish", r"[a-z ]+"),
    "Quality": one_of(QUALITIES, "quality of a finding", r"[a-z ]+"),
    "Reach": one_of(_REACHES, "way to deploy settings", r"[a-z ]+"),
    "Registration": one_of(_REGISTRATIONS, "way to register", r"[A-Za-z ]+"),
    "Requirement": one_of(_IDS, "requirement", r"[a-z0-9-]+"),
    "Requirements": ParameterType(
        r"[a-z0-9-]+(?:(?:, | and )[a-z0-9-]+)*",
        _requirements,
        "ids of requirements, as `gateway-set-up` or `cache-size and gateway-set-up`; `nothing` for none, "
        "`everything` for all",
    ),
    "SequenceKind": one_of(SEQUENCE_KINDS, "kind of task sequence", r"[a-z ]+"),
    "Setting": ParameterType(
        r'"[^"]+" is set to [^"]+?', _setting, 'a label of the console and what it is set to: `"HTTPS" is set to off`'
    ),
    "Side": one_of(_SIDES, "side", r"[a-z]+"),
    "Size": ParameterType(r"\d+ [MG]B(?: and \d+ bytes?)?", _size, "a size: `700 MB`, `3 GB` or `3 MB and 1 byte`"),
    "Source": ParameterType(
        r'the (?:gateway|(?:cloud )?distribution point) "[^"]+"',
        _source,
        'a source of content by its name: `the gateway "CMG-EAST"`, `the cloud distribution point "CDP-EAST"` or '
        '`the distribution point "DP-EAST"`',
    ),
    "SourceState": one_of(_STATES, "state of a source", r"[a-z ]+"),
    "Start": one_of(_STARTS, "way to start", r"(?:from|by|over|in) .+"),
    "Unknown": one_of(UNKNOWNS, "thing that may be unknown", r".+"),
    "User": one_of(_USERS, "user", r"[a-z ]+"),
    "Version": ParameterType(r"[\w. ]+?", parse, "a release or a build: `1910`, `TP 1909` or `5.00.8913.1006`"),
    **RUN_TYPES,
}
"""Every parameter type by the name that step patterns use."""


def register_types() -> None:
    """Make the types known to behave; it forgets them between runs, so each run does it anew."""
    register_type(**PARAMETER_TYPES)
