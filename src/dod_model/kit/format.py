"""The files of the kit: questions with the answers that the documents give. One format, versioned by a number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Wish
from dod_model.render.report import Passage
from dod_model.site import DeploymentOption, Site

FORMAT = 1
"""Grows when a reader of an older format would misread a file."""

Basis = Literal["documented", "contested", "inferred"]
"""Whether the documents say it, contradict one another over it, or it was reasoned."""
Asked = Literal["outcome", "violated", "unknowns", "plan", "run"]
"""The parts of an answer; as `dod_model.kit.answers.Aspect`."""
Kind = Literal["features", "boundaries", "pairs", "triples", "relations"]
"""Where the entries of a file come from."""
Same = Literal["same-as", "never-worse-than", "same-where-determined"]
"""How the answer to the second question of a relation has to stand to that of the first."""
Ids = Annotated[tuple[str, ...], Field(description="Ids, each once, in alphabetical order; compared as a set.")]
Asks = Annotated[
    tuple[Asked, ...],
    Field(
        description="What is compared. A tool that does not answer `unknowns` or `run` is not asked an entry that "
        "names it; without `violated` or `plan` it is asked all the same, and the rest is compared."
    ),
]
Bytes = Annotated[int, Field(ge=0)]


class Form(BaseModel):
    """Base of everything in a file: frozen, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Play(Form):
    """How an attempt is played, where a run is asked for."""

    option: DeploymentOption | None = Field(description="The deployment option to play; null for the deployment's own.")
    events: tuple[str, ...] = Field(description="What happens meanwhile, and when, in the words of `dod run --event`.")
    pre_downloaded: int | None = Field(description="How many packages came in advance; null for all that can.")


class Question(Form):
    """What is asked: an attempt on a site, and what is wished of it. Complete; nothing is implied."""

    site: Site = Field(description="The description of the site. What it leaves out is unknown.")
    attempt: Attempt = Field(description="Who starts what, how, and from where; null is unknown.")
    wish: Wish = Field(description="What is wanted: that it runs on demand, or that it runs.")
    play: Play | None = Field(default=None, description="Given where a run is asked for; else left out.")
    plan: bool = Field(default=False, description="Whether a plan is asked for, too; left out for no.")


class PlanSize(Form):
    """How large the smallest plan is that reaches the wish."""

    possible: bool = Field(description="Whether any plan reaches it.")
    changes: int = Field(ge=0, description="How many changes are the fewest; 0 where there is no plan.")


class RunTotals(Form):
    """What a run comes to, in bytes."""

    ending: str | None = Field(
        description="succeeded, failed or not-started; null where the documents do not speak of the attempt."
    )
    in_advance: Bytes = Field(description="What came before anybody started it.")
    before_start: Bytes = Field(description="What came after that, before the task sequence started.")
    during: Bytes = Field(description="What came while the task sequence ran.")
    by_source: dict[str, Bytes] = Field(description="What came from each source; sources that gave nothing left out.")


class Expected(Form):
    """The answer that the documents give. Where a run is asked for, only that."""

    outcome: Outcome | None = Field(default=None, description="What becomes of the attempt.")
    violated: Ids = Field(default=(), description="Requirements that are violated, advice and wish included.")
    undetermined: Ids = Field(default=(), description="Requirements that hang on something unknown.")
    plan: PlanSize | None = Field(default=None, description="The smallest plan; given where it is asked for.")
    run: RunTotals | None = Field(default=None, description="What a run comes to; given where it is asked for.")


class Standing(Form):
    """How firmly the documents stand behind the answer."""

    outcome: Basis = Field(description="Of the outcome: what it hangs on in the last resort.")
    met: Ids = Field(description="Requirements that are asked and met.")
    inferred: Ids = Field(description="Requirements whose verdict was reasoned and not read.")
    contested: Ids = Field(description="Requirements whose verdict another reading of the documents would change.")


class Vector(Form):
    """One question with its answer."""

    id: str = Field(description="Never used for another question. Unique over all files.")
    why: str = Field(description="What it shows, as words.")
    about: Ids = Field(description="The requirements that it was written for; may be none.")
    scenarios: tuple[str, ...] = Field(description="The scenarios that ask it, as file:line; may be none.")
    asks: Asks
    question: Question = Field(description="What is asked.")
    expect: Expected = Field(description="The answer.")
    standing: Standing = Field(description="Which of the answer was read in the documents, and which is contested.")


class Relation(Form):
    """Two questions whose answers stand in a relation, whatever they are: a law, for one pair of sites."""

    id: str = Field(description="Never used for other questions. Unique over all files.")
    why: str = Field(description="The law, in words.")
    law: str = Field(description="The law's name.")
    relation: Same = Field(description="How the answer to the second question has to stand to that of the first.")
    asks: Asks
    first: Question = Field(description="What is asked first.")
    second: Question = Field(description="What is asked then.")


class About(Form):
    """A requirement that vectors name."""

    statement: str = Field(description="The condition, as a sentence.")
    force: Literal["blocks", "wish", "advises"] = Field(description="What a violation does.")
    passages: tuple[Passage, ...] = Field(description="Where the documents say it.")


class VectorFile(Form):
    """A file of the kit."""

    kit: Literal[1] = Field(description="The version of this format.")
    kind: Kind = Field(description="Where its entries come from.")
    requirements: dict[str, About] = Field(description="Every requirement that an answer may name, by its id.")
    vectors: tuple[Vector, ...] = Field(default=(), description="Questions with their answers.")
    relations: tuple[Relation, ...] = Field(default=(), description="Pairs of questions.")
