import subprocess
import sys

import pytest

import dod_model


def imported_by(code: str) -> set[str]:
    """The modules that are there after the code, in a Python of its own."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


def test_to_come_in_costs_nothing() -> None:
    modules = imported_by("import dod_model")
    assert {one for one in modules if one.startswith("dod_model")} == {"dod_model"}
    assert not modules & {"pydantic", "hypothesis", "pytest", "behave", "click", "rich", "yaml", "difflib"}


def test_a_name_brings_what_it_needs_and_no_more() -> None:
    modules = imported_by("from dod_model import Attempt")
    assert "dod_model.attempt" in modules
    assert "pydantic" not in modules


@pytest.mark.parametrize("name", dod_model.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(dod_model, name).__name__ == name
    assert name in dir(dod_model)


def test_all_names_have_a_home_and_no_others() -> None:
    homes = [name for names in dod_model._HOMES.values() for name in names]
    assert sorted(homes) == sorted(dod_model.__all__)


def test_a_name_is_the_one_of_its_home() -> None:
    from dod_model.assessment import assess

    assert dod_model.assess is assess
    assert vars(dod_model)["assess"] is assess


def test_everything_can_be_had_at_once() -> None:
    found: dict[str, object] = {}
    exec("from dod_model import *", found)
    assert set(dod_model.__all__) <= found.keys()


@pytest.mark.parametrize(
    ("name", "hint"), [("Sight", " Did you mean 'Site'?"), ("ASSESS", " Did you mean 'assess'?"), ("xyz", "")]
)
def test_a_name_that_is_none_is_refused_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(AttributeError) as raised:
        getattr(dod_model, name)
    assert str(raised.value) == f"module 'dod_model' has no attribute '{name}'.{hint}"


def test_what_python_asks_for_is_not_there() -> None:
    assert not hasattr(dod_model, "__wrapped__")
