"""What a requirement is: one function over facts, and everything else that is known of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from inspect import cleandoc

from dod_model.abilities import Ability
from dod_model.facts import Facts
from dod_model.requirements.asking import certainly_or_perhaps
from dod_model.requirements.remedies import Remedy

Test = Callable[[Facts], bool]


class Force(Enum):
    """What a violation does."""

    BLOCKS = "blocks"
    WISH = "wish"
    ADVISES = "advises"


class Topic(Enum):
    """Where the documents treat of it, in the order in which an administrator asks."""

    SUPPORT = "Is it supported at all?"
    TASK_SEQUENCE = "Is the task sequence fit for it?"
    GATEWAY = "Is there a gateway?"
    CONTENT = "Is the content in the cloud?"
    CLIENT = "May the client use the cloud?"
    START = "How is it started?"
    DEPLOYMENT = "How is it deployed?"
    ADVICE = "What else do the documents advise?"


@dataclass(frozen=True, slots=True)
class Scope:
    """When a requirement is asked at all.

    Attributes:
        asked: the test; false makes the requirement not applicable.
        otherwise: why it is not asked then, as the end of "not applicable: ...".
    """

    asked: Test
    otherwise: str


class Stage(Enum):
    """A point of a run at which a requirement that is not met shows itself, in their order."""

    POLICY = "policy"
    """The client is not told of the deployment."""
    START = "start"
    """The client is told, but the task sequence does not start."""
    LOOKUP = "lookup"
    """It is started, and finds no source for its content."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Where in a run a violation shows.

    Attributes:
        stage: the point of the run.
        cites: ids of the statements that place it there, or from which that is reasoned.
        reasoning: how that was reasoned; empty where the documents place it.
    """

    stage: Stage
    cites: tuple[str, ...]
    reasoning: str = ""


@dataclass(frozen=True, slots=True)
class Inferred:
    """Where the requirement was not read in a document but reasoned.

    Attributes:
        when: the test on the facts.
        reasoning: how it was reasoned.
    """

    when: Test
    reasoning: str


@dataclass(frozen=True, slots=True)
class Touch:
    """A contradiction among documents that touches the findings of a requirement.

    Attributes:
        contradiction: its id in the register of contradictions.
        when: on which facts it touches them.
        contests: whether the other reading would change the verdict; a corrected one does not.
    """

    contradiction: str
    when: Test
    contests: bool


@dataclass(frozen=True, slots=True, eq=False)
class Requirement:
    """One documented condition. Everything about it stands here.

    Attributes:
        id: the function's name with hyphens; never reused or renamed.
        statement: the condition, in our own words, as one sentence.
        explanation: what else is to be said of it; may be empty.
        holds: whether the condition is met.
        force: what a violation does.
        topic: the question that it helps to answer.
        cites: ids of the statements of the documents on which it rests.
        scope: when it is asked; None for always.
        inferred: where it is not documented but reasoned; None for nowhere.
        touched_by: contradictions among its documents.
        remedies: what an administrator can do about a violation.
        needs: the ability (or the defect) on which releases are judged, where they are.
        fails: where in a run a violation shows; None for one that does not block.
        only_advises: how it was reasoned that a violation does not keep it from running; empty where that is read.
    """

    id: str
    statement: str
    explanation: str
    holds: Test
    force: Force
    topic: Topic
    cites: tuple[str, ...]
    scope: Scope | None = None
    inferred: Inferred | None = None
    touched_by: tuple[Touch, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    needs: Callable[[Facts], Ability] | None = None
    fails: Failure | None = None
    only_advises: str = ""

    @property
    def page(self) -> str:
        """The address of its page, from the root of the published docs: wherever these are, it is below them."""
        return f"requirements/{self.id}/"

    def reasoning(self, facts: Facts) -> str:
        """How the requirement was reasoned where these facts are not documented; empty if documented."""
        if self.inferred is None or not certainly_or_perhaps(self.inferred.when, facts):
            return ""
        return self.inferred.reasoning

    def touches(self, facts: Facts) -> tuple[Touch, ...]:
        """The contradictions that touch a finding on these facts."""
        return tuple(touch for touch in self.touched_by if certainly_or_perhaps(touch.when, facts))


def always(_: Facts) -> bool:
    """On any facts."""
    return True


def requirement(  # noqa: PLR0913 - everything about a requirement stands in one place
    *,
    force: Force,
    topic: Topic,
    cites: str,
    scope: Scope | None = None,
    inferred: Inferred | None = None,
    touched_by: tuple[Touch, ...] = (),
    remedies: tuple[Remedy, ...] = (),
    needs: Callable[[Facts], Ability] | None = None,
    fails: Failure | None = None,
    only_advises: str = "",
) -> Callable[[Test], Requirement]:
    """Make a requirement of a function: its name gives the id, its docstring statement and explanation.

    Args:
        force: what a violation does.
        topic: the question that it helps to answer.
        cites: ids of statements, separated by blanks.
        scope: when it is asked; left out for always.
        inferred: where it is reasoned, not read.
        touched_by: contradictions among its documents.
        remedies: what can be done about a violation, the usual one first.
        needs: the ability (or the defect) on which releases are judged.
        fails: where in a run a violation shows; given for exactly those that block.
        only_advises: how it was reasoned that it does not block.
    """

    def make(function: Test) -> Requirement:
        statement, _, explanation = cleandoc(function.__doc__ or "").partition("\n\n")
        return Requirement(
            id=function.__name__.replace("_", "-"),
            statement=" ".join(statement.split()),
            explanation=" ".join(explanation.split()),
            holds=function,
            force=force,
            topic=topic,
            cites=tuple(cites.split()),
            scope=scope,
            inferred=inferred,
            touched_by=touched_by,
            remedies=remedies,
            needs=needs,
            fails=fails,
            only_advises=only_advises,
        )

    return make
