"""Whatever is read, the answer is a site or its problems."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dod_model.errors import InputError
from dod_model.intake import parse_site
from dod_model.site import Site
from tests.intake.conftest import FAULTS, FORMS


def answered(raw: bytes) -> None:
    for form in FORMS:
        try:
            parse_site(raw, name="x", format=form)
        except InputError as error:
            problems = error.problems
        else:
            continue
        lines = raw.count(b"\n") + raw.count(b"\r") + 1
        assert problems
        assert all(problem.line <= lines for problem in problems) or not raw.isascii()


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(raw: bytes) -> None:
    answered(raw)


MARKS = ["- ", "? ", ": ", ":", "\n", "  ", "\t", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ", "!x ", "<<", "---\n"]
OTHERS = [
    "...\n",
    "|",
    ">",
    "'",
    '"',
    "\\",
    "#",
    "%",
    "@",
    "~",
    "1910",
    "1e9",
    ".nan",
    "yes",
    "\ufeff",
    "\x85",
    "😀",
    "\r",
]
NAMES = [
    "release",
    "packages",
    "name",
    "clients",
    "steps",
    "task_sequences",
    "client_settings",
    "custom",
    "priority",
    "A",
]
PIECES = st.sampled_from([*MARKS, *OTHERS, *NAMES])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_like_yaml_is_answered(text: str) -> None:
    answered(text.encode())


@given(st.data())
def test_a_damaged_description_is_answered(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(FAULTS)))
    end = data.draw(st.integers(start, min(start + 40, len(FAULTS))))
    text = FAULTS[:start] + "".join(data.draw(st.lists(PIECES, max_size=3))) + FAULTS[end:]
    answered(text.encode())


FIELDS = st.sampled_from(["name", "packages", "clients", "steps", "task_sequences", "release", "default", "members"])
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | FIELDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(FIELDS | st.sampled_from(sorted(Site.model_fields)), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(Site.model_fields)), TREES))
def test_any_wrong_values_are_answered(site: dict[str, object]) -> None:
    answered(json.dumps(site).encode())
