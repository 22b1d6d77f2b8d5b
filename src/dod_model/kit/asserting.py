"""Assertions for tests of sites: when one fails, its message is the assessment, in words."""

from __future__ import annotations

from dod_model.assessment import Assessment, Outcome, assess
from dod_model.attempt import Attempt, Wish
from dod_model.kit.naming import looked_up, requirement_named
from dod_model.render.text import TextOptions, text_report
from dod_model.render.wording import WISHES
from dod_model.requirements import Verdict
from dod_model.results import results
from dod_model.site import Site

_OUTCOMES = {one.value: one for one in Outcome}


def assert_outcome(site: Site, attempt: Attempt, outcome: Outcome | str, wish: Wish = Wish.ON_DEMAND) -> None:
    """Make sure what becomes of an attempt.

    Args:
        site: the site.
        attempt: the attempt.
        outcome: what is to become of it; its word will do, as ``does-not-run``.
        wish: what is wanted of it.

    Raises:
        AssertionError: something else becomes of it.
        InputError: the attempt does not fit the site.
        UnknownNameError: there is no such outcome; the message tells the nearest.
    """
    __tracebackhide__ = True
    wanted = outcome if isinstance(outcome, Outcome) else looked_up(outcome, _OUTCOMES, "outcome")
    found = assess(site, attempt, wish).outcome
    if found is not wanted:
        _fail(site, attempt, wish, f"expected the outcome {wanted.value}, and it is {found.value}")


def assert_violates(
    site: Site, attempt: Attempt, *requirements: str, only: bool = False, wish: Wish = Wish.ON_DEMAND
) -> None:
    """Make sure that an attempt violates requirements.

    Args:
        site: the site.
        attempt: the attempt.
        requirements: their ids.
        only: whether it is to violate no others; with no ids, that it violates nothing.
        wish: what is wanted of it; by keyword only, for what stands before it are ids.

    Raises:
        AssertionError: it does not violate one of them, or violates others although it is to violate only these.
        InputError: the attempt does not fit the site.
        UnknownNameError: there is no such requirement; the message tells the nearest.
        TypeError: one of the ids is no text, as where the wish stands among them.
    """
    __tracebackhide__ = True
    wanted = {_id(name) for name in requirements}
    assessment = assess(site, attempt, wish)
    violated = {one.id for one in assessment.with_verdict(Verdict.VIOLATED)}
    missing = [f"{name} is {_verdict(assessment, name)}" for name in sorted(wanted - violated)]
    too_many = [f"{name} is violated" for name in sorted(violated - wanted)] if only else []
    if missing or too_many:
        these = ", ".join(sorted(wanted)) or "nothing"
        expected = f"expected {'only ' if only and wanted else ''}{these} to be violated"
        _fail(site, attempt, wish, f"{expected}, but {'; '.join([*missing, *too_many])}")


def assert_reached(site: Site, attempt: Attempt, wish: Wish = Wish.ON_DEMAND) -> None:
    """Make sure that an attempt comes to what is wanted of it.

    Args:
        site: the site.
        attempt: the attempt.
        wish: what is wanted of it.

    Raises:
        AssertionError: it does not, or that is not known.
        InputError: the attempt does not fit the site.
    """
    __tracebackhide__ = True
    reached = assess(site, attempt, wish).reached
    if reached is not True:
        _fail(site, attempt, wish, f"expected {WISHES[wish]}, {'but it is not known' if reached is None else 'but no'}")


def _id(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"requirements are given by their ids, and a wish as 'wish=...'; found {name!r}")
    return requirement_named(name).id


def _verdict(assessment: Assessment, name: str) -> str:
    found = [one for one in assessment.findings if one.id == name]
    if not found:
        return f"not asked where it is wished {WISHES[assessment.wish]}"
    why = f": {found[0].why}" if found[0].why else ""
    return f"{found[0].verdict.value.replace('-', ' ')}{why}"


def _fail(site: Site, attempt: Attempt, wish: Wish, what: str) -> None:
    __tracebackhide__ = True
    report = "\n".join(text_report(results(site, [attempt], wish, with_plans=False), wish, TextOptions()))
    about_this_one, _, _of_many = report.rpartition("\n\n")
    raise AssertionError(f"{what}\n\n{about_this_one}")
