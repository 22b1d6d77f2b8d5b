import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dod_model.errors import InputError
from dod_model.intake import parse_site, read_site
from dod_model.intake.limits import JSON_BYTES, PROBLEMS, YAML_BYTES
from dod_model.intake.reading import Format
from dod_model.site import Site
from dod_model.site.consistency import problems as misfits
from tests.intake.conftest import FAULTS, FORMS, Refused

TOLD = [
    ("duplicate-name", "packages[1].name", 4, ""),
    ("unknown-field", "gateways[0].serves_contents", 7, "Did you mean 'serves_content'?"),
    ("dangling-reference", "gateways[0].content[0].package", 9, "Did you mean 'Windows 10'?"),
    ("wrong-value", "gateways[0].content[0].state", 10, "Did you mean 'installed'?"),
    ("cycle", "task_sequences[0]", 12, ""),
    ("wrong-type", "task_sequences[0].steps[0].name", 14, "If it is meant as a text, put it in quotes."),
    ("unexpected-field", "task_sequences[1].steps[0].task_sequence", 17, ""),
    ("missing-field", "deployments[0].collection", 19, ""),
    ("dangling-reference", "deployments[0].task_sequence", 20, "There is 'A', 'B'."),
    ("duplicate-key", "deployments[0].internet", 22, "Keep one of the two."),
    ("duplicate-priority", "client_settings.custom[1].priority", 26, ""),
    ("mixed-branches", "clients[0].release", 29, ""),
]


@pytest.mark.usefixtures("yaml_part")
def test_every_problem_at_once_in_the_order_of_the_lines(refused: Refused) -> None:
    problems = refused(FAULTS)
    assert [(problem.code, problem.path, problem.line, problem.hint) for problem in problems] == TOLD
    assert {problem.file for problem in problems} == {"site.yaml"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty", 1),
        (" \n\n", "empty", 1),
        ("# nothing\n", "empty", 1),
        ("\n- release: 1910", "no-mapping", 2),
        ("\n'release'", "no-mapping", 2),
        ("null", "empty", 1),
    ],
)
def test_what_is_no_description_in_yaml(refused: Refused, text: str, code: str, line: int) -> None:
    (problem,) = refused(text)
    assert (problem.code, problem.line) == (code, line)
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), ("null", "empty"), ("\n[]", "no-mapping"), ("5", "no-mapping")]
)
def test_what_is_no_description_in_json(refused: Refused, text: str, code: str) -> None:
    assert [problem.code for problem in refused(text, "json")] == [code]


def test_nothing_known_is_a_site() -> None:
    for form in FORMS:
        assert parse_site(b"{}", name="", format=form) == Site()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_encodings(encoding: str, form: Format) -> None:
    raw = '{"clients": [{"name": "Bürö"}]}'.encode(encoding)
    site = parse_site(raw, name="", format=form)
    assert site == Site.model_validate({"clients": [{"name": "Bürö"}]})


def test_left_out_null_and_empty_stay_apart() -> None:
    text = b"task_sequences: [{name: A, boot_image: null, steps: []}, {name: B}]"
    site = parse_site(text, name="", format="yaml")
    first, second = (site.named("task_sequences", name) for name in "AB")
    assert first.known() == {"name": "A", "boot_image": None, "steps": ()}
    assert second.known() == {"name": "B"}


def test_repeats_are_refused_in_json_that_is_right_otherwise(refused: Refused) -> None:
    (problem,) = refused('{"release": 1906,\n"release": 1910}', "json")
    assert (problem.code, problem.path, problem.line) == ("duplicate-key", "release", 2)


def test_white_space_around_names_does_not_count(refused: Refused) -> None:
    text = "packages: [{name: 'A '}]\ngateways: [{name: G, content: [{package: ' A'}]}]\n"
    text += "clients: [{name: ' PC'}]\ncollections: [{name: All, members: ['PC ']}]\n"
    assert parse_site(text.encode(), name="", format="yaml").named("packages", "A")
    (problem,) = refused(text + "zzz: 5")
    assert problem.code == "unknown-field"


def test_of_what_could_not_be_read_nothing_else_is_told(refused: Refused) -> None:
    assert [problem.code for problem in refused("packages: [{name: *x}]\nenhanced_http: " + "9" * 5000)] == [
        "alias",
        "number-too-long",
    ]


def test_many_problems_are_counted(refused: Refused) -> None:
    problems = refused("clients:\n" + "- {}\n" * 5000)
    assert len(problems) == PROBLEMS + 1
    assert [problem.line for problem in problems[:PROBLEMS]] == list(range(2, PROBLEMS + 2))
    assert (problems[-1].code, problems[-1].message) == ("more-problems", "and 4,900 more")
    assert len(refused("clients:\n" + "- {}\n" * PROBLEMS)) == PROBLEMS


def test_problems_of_fit_are_counted_as_well(refused: Refused) -> None:
    members = "".join(f"  - PC{number}\n" for number in range(3000))
    problems = refused(f"clients: []\ncollections:\n- name: A\n  members:\n{members}")
    assert problems[-1].message == "and 2,900 more"


def test_the_same_problem_is_told_once(refused: Refused) -> None:
    """Two rings of thirty that differ behind the twentieth name only, where they are cut."""
    children = {number: [number + 1] for number in range(30)} | {28: [29, 0], 29: [0]}
    steps = {
        number: [{"name": "a", "kind": "run-task-sequence", "task_sequence": f"S{child}"} for child in run]
        for number, run in children.items()
    }
    data = {"task_sequences": [{"name": f"S{number}", "steps": steps[number]} for number in steps]}
    assert len(list(misfits(data))) == 2
    assert [problem.code for problem in refused(json.dumps(data), "json")] == ["cycle"]


def test_what_only_the_model_sees_is_told_in_its_words(refused: Refused) -> None:
    """Python takes U+001F for white space around a name, the model does not."""
    text = '{"packages": [{"name": "A\\u001f"}], "gateways": [{"name": "G", "content": [{"package": "A"}]}]}'
    (problem,) = refused(text, "json")
    assert problem.code == "inconsistent"
    assert "'A' is not in packages" in problem.message


@pytest.mark.parametrize(("text", "code"), [("---\n---\na: 1", "several-documents"), ("!x\n", "tag"), ("*a", "alias")])
def test_an_empty_document_with_a_problem_of_its_own(refused: Refused, text: str, code: str) -> None:
    assert [problem.code for problem in refused(text)] == [code]


def test_a_long_ring_is_cut(refused: Refused) -> None:
    steps = "- {{name: S{}, steps: [{{name: a, kind: run-task-sequence, task_sequence: S{}}}]}}\n"
    text = "task_sequences:\n" + "".join(steps.format(index, (index + 1) % 3000) for index in range(3000))
    (problem,) = refused(text)
    assert problem.code == "cycle"
    assert problem.message.endswith("S18 -> S19 -> … -> S0")


def test_rings_are_told_up_to_a_bound() -> None:
    def steps(index: int) -> list[dict[str, str]]:
        return [{"name": "a", "task_sequence": child} for child in ("S0", f"S{min(index + 1, 999)}")]

    data = {"task_sequences": [{"name": f"S{index}", "steps": steps(index)} for index in range(1000)]}
    found = [problem for problem in misfits(data) if problem.code == "cycle"]
    assert len(found) == 100  # of 1, 2, 3, ... names, in all the first number over 5000


def test_the_nearest_name_is_looked_for_a_bounded_number_of_times() -> None:
    text = f"clients: [{{name: PC1}}]\ncollections: [{{name: A, members: [{'PC2, ' * 30}]}}]"
    problems = [problem for problem in misfits(yaml.safe_load(text)) if problem.code == "dangling-reference"]
    assert [bool(problem.hint) for problem in problems] == [True] * 20 + [False] * 10


def test_what_is_too_large(refused: Refused) -> None:
    (problem,) = refused(b" " * (YAML_BYTES + 1))
    assert (problem.code, problem.message) == ("too-large", "the file is larger than 1 MiB")
    assert problem.hint == "As JSON it may have 32 MiB."
    (problem,) = refused(b" " * (JSON_BYTES + 1), "json")
    assert (problem.code, problem.message, problem.hint) == ("too-large", "the file is larger than 32 MiB", "")


@pytest.mark.parametrize("name", ["site.yaml", "site.yml", "SITE.YAML", "site.txt", "site"])
def test_yaml_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("release: 1910\n")
    assert str(read_site(tmp_path / name).release) == "1910"


@pytest.mark.parametrize("name", ["site.json", "site.JSON", "site.txt", "site"])
def test_json_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b'\xef\xbb\xbf \n{"release":\t1910}')
    assert str(read_site(str(tmp_path / name)).release) == "1910"


def test_the_suffix_decides_before_the_text(tmp_path: Path) -> None:
    (tmp_path / "flow.yaml").write_text("{release: 1910}")
    assert str(read_site(tmp_path / "flow.yaml").release) == "1910"
    (tmp_path / "flow.json").write_text("{release: 1910}")
    with pytest.raises(InputError, match=r"flow\.json:1: this is not JSON"):
        read_site(tmp_path / "flow.json")


def test_a_yaml_file_may_be_of_its_own_bound_only(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("#" * (YAML_BYTES + 1))
    with pytest.raises(InputError, match="larger than 1 MiB"):
        read_site(tmp_path / "site")


def test_problems_name_the_file_as_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("site.yaml").write_text("zzz: 1")
    for typed in "site.yaml", "./site.yaml", "missing.yaml":
        with pytest.raises(InputError) as caught:
            read_site(typed)
        assert caught.value.problems[0].file == typed


@pytest.mark.parametrize(("form", "needed"), [("yaml", True), ("json", False)])
def test_yaml_is_imported_for_yaml_only(form: str, needed: bool) -> None:
    code = f"""
import sys
from dod_model.intake import parse_site
parse_site(b'{{}}', name='', format={form!r})
assert ('yaml' in sys.modules) is {needed}
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in b"release: 1910", b'{"release": 1910}':
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert str(read_site("-").release) == "1910"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[]")))
    with pytest.raises(InputError, match="<stdin>:1: expected the fields of a site, found a list"):
        read_site("-")
