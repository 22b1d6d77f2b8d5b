"""A spec of a few scenarios with the real steps and hooks, and a tool that answers them as it is told."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copy, copytree

from dod_model.bdd.running import behave_command

ROOT = Path(__file__).resolve().parents[2]
SERVES = '"Allow CMG to function as a cloud distribution point and serve content from Azure storage"'
FEATURE = f"""
Feature: Does it run?

  Background:
    Given a site on which everything is in order

  Rule: A gateway serves content

    @gateway-serves-content
    Scenario: It does
      When it is started from Software Center
      Then it downloads on demand
      And it violates nothing
      And it leaves nothing open

    @gateway-serves-content
    Scenario Outline: It is set to <set>
      Given {SERVES} is set to <set>
      When it is started from Software Center
      Then it <outcome>
      And it violates <violated>
      And it leaves <open> open

      Examples: It does not
        | set | outcome      | violated               | open    |
        | off | does not run | gateway-serves-content | nothing |

      Examples: It is not known
        | set     | outcome         | violated | open                   |
        | unknown | is undetermined | nothing  | gateway-serves-content |

    @asks-plan
    Scenario: What is to be changed
      Given {SERVES} is set to off
      When a plan is made to start it from Software Center
      Then nothing is to be found out
{{more}}"""
FAILING = """
    Scenario: What is not so
      When it is started from Software Center
      Then it does not run
"""
TOOL = '''
"""A line adapter: ``tool.py NUMBERS ANSWERS [SPECIALITY]``; it adds its process's number to the file NUMBERS."""

import json, os, sys, time

numbers, answers, speciality = sys.argv[1], sys.argv[2].split(","), sys.argv[3]
IT = "gateway-serves-content"
RIGHT = {True: ("downloads-on-demand", [], []), False: ("does-not-run", [IT], []), None: ("undetermined", [], [IT])}
with open(numbers, "a") as file:
    file.write(f"{os.getpid()}\\n")
for line in sys.stdin:
    asked = json.loads(line)
    if asked["cmd"] == "bye":
        break
    if asked["cmd"] == "hello":
        print(json.dumps({"kit": 1, "name": "tool", "answers": answers}), flush=True)
        continue
    serves = asked["site"]["gateways"][0].get("serves_content")
    outcome, violated, undetermined = RIGHT[serves]
    answer = {"outcome": outcome, "violated": violated, "undetermined": undetermined}
    if serves is False:
        if speciality == "crashes":
            sys.exit("rule 12 is broken")
        if speciality == "hangs":
            time.sleep(600)
        wrong = {"outcome": "downloads-on-demand"}, {"violated": []}
        special = {
            "is wrong": answer | wrong[0],
            "names nothing": answer | wrong[1],
            "does not know": {"dont_know": "no rule for it"},
            "skips": {"skip": "out of scope"},
            "fails": {"error": "division by zero"},
            "talks": {"outcome": "perhaps"},
        }
        answer = special.get(speciality, answer)
    if speciality == "skips everything":
        answer = {"skip": "it is Sunday"}
    print(json.dumps({"id": asked["id"], **answer}), flush=True)
'''


@dataclass(frozen=True)
class Ran:
    """How behave ended."""

    code: int
    lines: list[str]

    @property
    def last(self) -> str:
        return self.lines[-1]

    @property
    def passed_over(self) -> list[str]:
        return [line.removeprefix("passed over, ") for line in self.lines if line.startswith("passed over, ")]


class SmallSpec:
    """A folder with a spec in which behave runs."""

    def __init__(self, folder: Path, more: str = "") -> None:
        self.folder = folder / "spec"
        self.numbers = folder / "numbers"
        self._tool = folder / "tool.py"
        (self.folder / "features" / "gateway").mkdir(parents=True)
        self.feature = self.folder / "features" / "gateway" / "serving.feature"
        self.feature.write_text(FEATURE.format(more=more), encoding="utf-8")
        copytree(ROOT / "steps", self.folder / "steps", ignore=lambda *_: ["__pycache__"])
        copy(ROOT / "environment.py", self.folder)
        self._tool.write_text(TOOL, encoding="utf-8")

    def tool(self, answers: str, speciality: str = "is right") -> str:
        """The command of the tool, as `-D sut=` takes it."""
        return f"'{sys.executable}' -S -I '{self._tool}' '{self.numbers}' {answers} '{speciality}'"

    def run(self, *arguments: str, **userdata: str) -> Ran:
        """Run the features, userdata being what `-D` gives."""
        ended = subprocess.run(
            self.command(*arguments, **userdata),
            cwd=self.folder,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return Ran(ended.returncode, ended.stdout.rstrip().splitlines())

    def command(self, *arguments: str, **userdata: str) -> list[str]:
        return [*behave_command(userdata), *arguments]

    @property
    def started(self) -> list[int]:
        """The numbers of the processes of the tool."""
        return [int(line) for line in self.numbers.read_text(encoding="utf-8").splitlines()]


def is_left(process: int) -> bool:
    """Whether a process is still there; one that has ended and was not waited for is not."""
    try:
        os.kill(process, 0)
    except OSError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
