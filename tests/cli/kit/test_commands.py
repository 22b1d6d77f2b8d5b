"""``dod kit``: its sub-commands, their help, and those that need few tests."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from dod_model.cli.kit import KIT_COMMANDS
from dod_model.kit.format import VectorFile
from dod_model.kit.impostors import IMPOSTORS
from dod_model.kit.shipped import KINDS, vector_file, vector_text
from tests.cli.kit.adapters import LAUNCH, MODEL, always
from tests.cli.running import ROOT, dod


@pytest.mark.parametrize("name", KIT_COMMANDS)
def test_help_has_an_example_and_exit_codes_and_fits_a_terminal(name: str) -> None:
    answer = dod("kit", name, "--help")
    assert answer.code == 0
    assert f"  dod kit {name}" in answer.out
    assert "Exit codes: " in answer.out
    assert max(map(len, answer.out.splitlines())) <= 90


def test_help_lists_every_command() -> None:
    text = dod("kit", "--help").out
    assert [name for name in KIT_COMMANDS if f"  {name} " not in text] == []


def test_a_wrong_name_is_told_with_the_nearest() -> None:
    assert "There is no command 'rum'. Did you mean 'run'?" in dod("kit", "rum").err
    assert f"There is {', '.join(KIT_COMMANDS)}." in dod("kit", "xyzzy").err


def test_to_run_the_help_imports_no_kit() -> None:
    code = f"{LAUNCH.rpartition(';')[0]}; main(['kit', '--help']); print([m for m in sys.modules if '_model.kit' in m])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "[]"


def test_kinds_are_listed_with_how_many_there_are() -> None:
    lines = dod("kit", "list").out.splitlines()
    assert [line.split()[0] for line in lines] == [*KINDS, "all"]
    counts = [int(line.split()[1].replace(",", "")) for line in lines]
    assert counts[0] == len(vector_file("features").vectors)
    assert sum(counts[:-1]) == counts[-1]


def test_ids_are_listed_a_line_each() -> None:
    assert dod("kit", "list", "--ids", "--kind", "pairs").out.splitlines() == [
        one.id for one in vector_file("pairs").vectors
    ]
    named = dod("kit", "list", "--requirement", "cache-size", "--kind", "features").out.splitlines()
    assert named
    assert all(name.startswith("features/") for name in named)


def test_impostors_are_listed_with_what_they_believe() -> None:
    text = dod("kit", "list", "--impostors").out
    assert [one.id for one in IMPOSTORS.values() if f"  {one.id}\n      {one.believes}\n" not in text] == []
    assert dod("kit", "list", "--impostors", "--ids").code == 2


def test_an_adapter_that_is_wired_right() -> None:
    answer = dod("kit", "smoke", "--", *MODEL)
    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.out.splitlines()[:3]] == ["ok", "ok", "ok"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [({"outcome": "does-not-run"}, 1), ({"dont_know": "no rule"}, 3)],
    ids=str,
)
def test_an_adapter_that_is_not(tmp_path: Path, answer: dict[str, str], code: int) -> None:
    assert dod("kit", "smoke", "--", *always(tmp_path, **answer)).code == code


def test_an_adapter_that_does_not_start() -> None:
    answer = dod("kit", "smoke", "--", "no-such-adapter-anywhere")
    assert answer.code == 2
    assert "there is no such program" in answer.out
    assert "a COMMAND after two dashes, as in\n  dod kit smoke" in dod("kit", "smoke").err


def test_serving_answers_line_by_line() -> None:
    said = b'{"cmd": "hello", "kit": 1}\n{"cmd": "bye"}\n'
    done = subprocess.run([*MODEL, "--impostor", "on-demand-in-1906"], input=said, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == {
        "kit": 1,
        "name": "on-demand-in-1906",
        "version": "",
        "answers": ["outcome", "violated", "unknowns"],
    }


def test_an_export_has_the_vectors_their_schemas_and_an_introduction(tmp_path: Path) -> None:
    answer = dod("kit", "export", tmp_path / "vectors")
    assert (answer.code, answer.err) == (0, "")
    files = {path.name: path for path in (tmp_path / "vectors").iterdir()}
    assert answer.out == f"{len(files)} files in {tmp_path / 'vectors'}\n"
    schema = json.loads(files["vectors.schema.json"].read_text(encoding="utf-8"))
    for kind in KINDS:
        assert files[f"{kind}.json"].read_text(encoding="utf-8") == vector_text(kind)
    data = json.loads(vector_text("features"))
    data["vectors"] = data["vectors"][::25]
    Draft202012Validator(schema).validate(data)
    VectorFile.model_validate_json(json.dumps(data))
    text = files["README.txt"].read_text(encoding="utf-8")
    assert [name for name in files if name not in text and name != "README.txt"] == []


def test_an_archive_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    digests = set()
    for name in ("a.zip", "b.zip"):
        assert dod("kit", "export", tmp_path / name).code == 0
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
    assert dod("kit", "export", tmp_path / "vectors").code == 0
    with ZipFile(io.BytesIO((tmp_path / "a.zip").read_bytes())) as archive:
        assert archive.namelist() == sorted(path.name for path in (tmp_path / "vectors").iterdir())
        assert archive.read("pairs.json").decode() == vector_text("pairs")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("full", "the folder is not empty; --force writes there all the same"),
        ("full.zip", "there is such a file; --force writes there all the same"),
        ("file", "is a file, expected a folder, or a name that ends in .zip"),
        ("folder.zip", "is a folder, but its name is that of an archive"),
    ],
)
def test_an_export_overwrites_nothing(tmp_path: Path, target: str, said: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "folder.zip").mkdir()
    for name in ("full/mine.txt", "full.zip", "file"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    answer = dod("kit", "export", tmp_path / target)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert {path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()} == {"mine"}


def test_an_export_is_forced_into_a_folder_and_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert dod("kit", "export", tmp_path, "--force").code == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "pairs.json").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    answer = dod("kit", "export", tmp_path / "file" / "vectors")
    assert (answer.code, answer.out) == (2, "")
    assert "cannot be made" in answer.err
    assert dod("kit", "export", tmp_path / "no" / "a.zip").code == 2


def test_vectors_that_were_not_recorded_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("dod_model.kit.shipped._DATA", tmp_path)
    answer = dod("kit", "list")
    assert (answer.code, answer.out) == (2, "")
    assert "make kit" in answer.err


def test_the_javascript_adapter_is_wired_right_if_there_is_node() -> None:
    adapter = ROOT / "docs" / "examples" / "adapters" / "javascript" / "adapter.mjs"
    answer = dod("kit", "smoke", "--", "node", adapter)
    if "there is no such program" in answer.out:
        pytest.skip("there is no node")
    assert answer.code == 0
