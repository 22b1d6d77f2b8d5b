"""What scenarios ask, recorded as vectors: the spec in a form that any language reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dod_model.attempt import Attempt, Wish
from dod_model.kit.boundaries import slug
from dod_model.kit.expecting import identified, plan_size, run_totals, vector
from dod_model.kit.format import Basis, Expected, Play, Question, Standing, Vector
from dod_model.kit.recording import write
from dod_model.kit.system import ModelAnswer, ModelUnderTest
from dod_model.render import run_words
from dod_model.requirements import BY_ID
from dod_model.site import DeploymentOption, Site

if TYPE_CHECKING:
    from dod_model.plan import Plan
    from dod_model.run import Run
    from dod_model.run.events import Placed

Noted = tuple[Question, "Plan | Run | None"]


class Recorder(ModelUnderTest):
    """The model, which notes what it is asked.

    A question that several scenarios ask is recorded once. What cannot be played is an error of the asker and no
    vector, and effective settings are part of what a tool decides by, not an answer: neither is recorded.
    """

    def __init__(self, folder: Path) -> None:
        """Record into this folder."""
        self._folder = folder
        self._noted: list[Noted] = []
        self._vectors: dict[str, Vector] = {}

    def assess(self, site: Site, attempt: Attempt, wish: Wish) -> ModelAnswer:
        """Decide an attempt."""
        answer = super().assess(site, attempt, wish)
        self._noted.append((Question(site=site, attempt=attempt, wish=wish), None))
        return answer

    def plan(self, site: Site, attempt: Attempt, wish: Wish) -> Plan:
        """Plan for an attempt."""
        found = super().plan(site, attempt, wish)
        self._noted.append((Question(site=site, attempt=attempt, wish=wish, plan=True), found))
        return found

    def play(
        self,
        site: Site,
        attempt: Attempt,
        *,
        option: DeploymentOption | None,
        placed: Sequence[Placed],
        pre_downloaded: int | None,
    ) -> Run:
        """Play an attempt."""
        run = super().play(site, attempt, option=option, placed=placed, pre_downloaded=pre_downloaded)
        play = Play(option=option, events=tuple(map(run_words.placed, placed)), pre_downloaded=pre_downloaded)
        self._noted.append((Question(site=site, attempt=attempt, wish=Wish.RUN, play=play), run))
        return run

    def scenario_ended(self, scenario: Any, *, passed: bool) -> None:
        """Keep what a scenario asked, if it passed."""
        for question, answer in self._noted if passed else ():
            self._keep(_vector(question, answer, scenario))
        self._noted.clear()

    def write(self) -> int:
        """Write the file of the features; return how many vectors it has.

        Raises:
            OSError: the folder cannot be written to.
        """
        return write(self._folder, "features", self._vectors.values())

    def _keep(self, new: Vector) -> None:
        key = new.question.model_dump_json()
        known = self._vectors.get(key)
        if known is not None:
            new = known.model_copy(
                update={
                    "about": tuple(sorted({*known.about, *new.about})),
                    "scenarios": tuple(dict.fromkeys((*known.scenarios, *new.scenarios))),
                }
            )
        self._vectors[key] = new


def _vector(question: Question, answer: Plan | Run | None, scenario: Any) -> Vector:
    from dod_model.plan import Plan
    from dod_model.run import Run

    about = sorted(tag for tag in scenario.effective_tags if tag in BY_ID)
    name = identified("/".join((*_place(scenario), slug(_title(scenario)))), question)
    why = ": ".join(_words(scenario))
    where = (f"{scenario.filename}:{scenario.line}".replace("\\", "/"),)
    if isinstance(answer, Run):
        return Vector(
            id=name,
            why=why,
            about=tuple(about),
            scenarios=where,
            asks=("run",),
            question=question,
            expect=Expected(run=run_totals(answer)),
            standing=Standing(outcome=_basis(answer), met=(), inferred=(), contested=()),
        )
    found = vector(name, question, why=why, about=about, scenarios=where)
    if not isinstance(answer, Plan):
        return found
    expect = found.expect.model_copy(update={"plan": plan_size(answer)})
    return found.model_copy(update={"expect": expect, "asks": (*found.asks, "plan")})


def _basis(run: Run) -> Basis:
    """Documented where all that happened is; one behaviour that was reasoned makes the whole inferred."""
    return "inferred" if any(one.behaviour.reasoning for one in run.moments) else "documented"


def _place(scenario: Any) -> Iterator[str]:
    """The kind, and the feature's folder and name."""
    yield "features"
    yield from Path(scenario.filename).with_suffix("").parts[1:]


def _title(scenario: Any) -> str:
    """The name of a scenario without what behave adds to a row of an outline."""
    return str(scenario.name).partition(" -- @")[0]


def _words(scenario: Any) -> Iterator[str]:
    """The rule and the scenario, with the title of the examples."""
    parent = scenario.parent
    while parent is not None and parent.keyword != "Rule":
        parent = parent.parent
    yield from () if parent is None else (parent.name,)
    title, _, row = str(scenario.name).partition(" -- @")
    examples = row.partition(" ")[2]
    yield f"{title} ({examples})" if examples else title
