"""``dod run``: output is safe, the same every time, and in the form of its schema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dod_model.cli.schema import schema_of
from tests.cli.playing import OFFICE, STOPS, played
from tests.cli.running import EXAMPLES, HEALTHY, PARTIAL, ROOT, dod

HEAVY = ("behave", "dod_model.plan", "dod_model.render.report", "hypothesis", "rich")
LAUNCH = "import sys; from dod_model.cli import main; sys.exit(main(sys.argv[1:]))"


class TestOutput:
    """Safe, the same every time, and in the form of its schema."""

    @pytest.mark.parametrize(
        "words",
        [
            [HEALTHY, "--option", "both", "--price-per-gb", "0.1"],
            [HEALTHY, "--event", STOPS],
            [OFFICE, "--price-per-gb", "0.1"],
            [PARTIAL],
            *([path] for path in sorted((EXAMPLES / "faults").iterdir())),
        ],
        ids=lambda words: " ".join(str(word).rpartition("/")[2] for word in words),
    )
    def test_json_fits_its_schema(self, words: list[str | Path]) -> None:
        Draft202012Validator(schema_of("run")).validate(played(*words))

    def test_names_play_no_tricks_on_a_terminal(self, tmp_path: Path) -> None:
        evil = "A\x1b[31mB\u202eC\u2028D\x07"
        text = HEALTHY.read_text(encoding="utf-8").replace("Stage drivers", json.dumps(evil))
        path = tmp_path / "site.yaml"
        path.write_text(text, encoding="utf-8")
        for words in ([], ["--all"], ["-o", "mermaid"], ["--option", "both"]):
            out = dod("run", path, *words).out
            assert not set(out) & set("\x1b\u202e\u2028\x07")
        assert "2. A\\u001b[31mB\\u202eC\\u2028D\\u0007\n" in dod("run", path).out
        assert evil in {step["name"] for step in played(path)["runs"][0]["steps"]}

    def test_names_in_messages_play_no_tricks_either(self) -> None:
        for text in ("\x1b[2J", "\u202e\x1b", '"\x1b[2J" stops after moment 1', 'the token ends before "\x1b[2J"'):
            answer = dod("run", HEALTHY, "--event", text)
            assert answer.code == 2
            assert not set(answer.err + answer.out) & set("\x1b\u202e")

    def test_a_name_of_a_file_on_windows_is_told_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "C-Sites-ü b.yaml"
        path.write_bytes(HEALTHY.read_bytes().replace(b"\n", b"\r\n"))
        assert played(path)["site"] == str(path)

    def test_names_with_backslashes_are_told_as_they_are(self, tmp_path: Path) -> None:
        text = HEALTHY.read_text(encoding="utf-8").replace("Stage drivers", r"'\\server\share\drivers'")
        path = tmp_path / "site.yaml"
        path.write_text(text, encoding="utf-8")
        assert "    2. \\\\server\\share\\drivers\n" in dod("run", path).out
        assert dod("run", path, "--event", r'the token ends before "\\server\share\drivers"').code == 0

    def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(self) -> None:
        outputs = ([str(OFFICE), "-o", "json"], [str(OFFICE), "--all"], [str(HEALTHY), "-o", "mermaid"])
        code = f"from dod_model.cli import main; print([main(['run', *words]) for words in {outputs!r}])"

        def bytes_with(seed: str) -> bytes:
            command = [sys.executable, "-c", code]
            env = {"PYTHONHASHSEED": seed}
            return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout

        assert bytes_with("0").endswith(b"[0, 0, 0]\n")
        assert bytes_with("0") == bytes_with("4242")

    @pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is told in another way there")
    def test_a_reader_that_has_gone_is_no_bug(self) -> None:
        command = [sys.executable, "-c", LAUNCH, "run", str(OFFICE), "-o", "json"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 141

    def test_what_is_not_needed_is_not_imported(self) -> None:
        code = (
            "import sys; from dod_model.cli import main; code = main(['run', 'docs/examples/healthy.yaml']); "
            f"print([name for name in {HEAVY!r} if name in sys.modules], code)"
        )
        ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        assert ran.stdout.splitlines()[-1] == "[] 0"
