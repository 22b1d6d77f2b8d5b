"""The features in a process of their own: against a tool, and to record the vectors."""

import json
from pathlib import Path

import pytest
from behave.userdata import parse_user_define

from dod_model.bdd import running
from dod_model.bdd.running import FeaturesFailedError, behave_command, record, run_features
from dod_model.errors import InputError
from dod_model.kit.format import Kind, VectorFile
from tests.bdd.small_spec import FAILING, SmallSpec, is_left


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSpec:
    return here(SmallSpec(tmp_path), monkeypatch)


def here(spec: SmallSpec, monkeypatch: pytest.MonkeyPatch) -> SmallSpec:
    """The spec in the place of the real one, and next to nothing made beside it."""
    monkeypatch.setattr(running, "spec_folder", lambda: spec.folder)
    monkeypatch.setattr(running, "DERIVED", {"relations": lambda: iter(())})
    return spec


@pytest.mark.parametrize("value", ["plain", "a b", "'/my tools/it' 'a b'", '"it" "a b"', "", "a=b", " a "])
def test_what_is_given_arrives_as_it_is(value: str) -> None:
    command = behave_command({"sut": value})
    assert parse_user_define(command[command.index("-D") + 1]) == ("sut", value)


class TestRunningThem:
    def test_ends_with_the_code_of_behave(self, spec: SmallSpec, capfd: pytest.CaptureFixture[str]) -> None:
        assert run_features({}) == 0
        assert capfd.readouterr().out.splitlines()[-1] == "behave: 4 passed, 0 failed, 0 skipped"
        assert run_features({"sut": spec.tool("outcome", "is wrong")}) == 1
        assert capfd.readouterr().out.splitlines()[-1] == "behave: 1 passed, 1 failed, 2 skipped"

    @pytest.mark.usefixtures("spec")
    def test_refuses_a_feature_that_is_not_there(self) -> None:
        with pytest.raises(InputError, match="there is no feature or folder of features 'features/nowhere'"):
            run_features({}, ("features/nowhere",))

    def test_leaves_the_tool_nowhere(self, spec: SmallSpec) -> None:
        run_features({"sut": spec.tool("outcome", "hangs"), "timeout": "0.3"})
        assert spec.started
        assert not any(map(is_left, spec.started))


class TestRecording:
    def test_makes_a_file_of_each_kind(self, spec: SmallSpec, tmp_path: Path) -> None:
        del spec
        folder = tmp_path / "new" / "vectors"
        counts: dict[Kind, int] = record(folder)
        assert counts == {"features": 4, "relations": 0}
        assert sorted(path.name for path in folder.iterdir()) == ["features.json", "relations.json"]

    def test_tells_of_features_that_fail_and_writes_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        here(SmallSpec(tmp_path, more=FAILING), monkeypatch)
        with pytest.raises(FeaturesFailedError, match="behave: 4 passed, 1 failed, 0 skipped"):
            record(tmp_path / "vectors")
        assert not list((tmp_path / "vectors").iterdir())

    def test_gives_the_same_bytes_each_time(self, spec: SmallSpec, tmp_path: Path) -> None:
        del spec
        folders = tmp_path / "one", tmp_path / "two"
        for folder in folders:
            record(folder)
        first, second = ((folder / "features.json").read_bytes() for folder in folders)
        assert first == second

    def test_records_as_vectors_what_the_scenarios_ask(self, spec: SmallSpec, tmp_path: Path) -> None:
        del spec
        record(tmp_path / "vectors")
        file = VectorFile.model_validate(json.loads((tmp_path / "vectors" / "features.json").read_bytes()))
        assert [(one.asks, one.expect.violated, one.about) for one in file.vectors] == [
            (("outcome", "violated"), (), ("gateway-serves-content",)),
            (("outcome", "violated"), ("gateway-serves-content",), ("gateway-serves-content",)),
            (("outcome", "violated", "unknowns"), (), ("gateway-serves-content",)),
            (("outcome", "violated", "plan"), ("gateway-serves-content",), ()),
        ]
