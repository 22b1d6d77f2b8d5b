"""What became of a run and of its steps. Scenarios with these steps carry the tag `@asks-run`."""

from behave import then

from dod_model.attempt import Start
from dod_model.bdd import Context
from dod_model.bdd.planned import rows_of
from dod_model.bdd.played import course, ending, failed_at, moments, rests_on, skipped, steps, told_run, turned_away
from dod_model.errors import InputError
from dod_model.requirements.requirement import Stage


@then("this happens")
def this_happens(context: Context) -> None:
    """All moments in order: what, the package or step that it is about, and the source."""
    assert course(context.case.run) == rows_of(context.table), told_run(context.case.run)


@then("the run ends well")
def ends_well(context: Context) -> None:
    """The task sequence went through to its end."""
    assert ending(context.case.run) == "succeeded", told_run(context.case.run)


@then("the run fails at {step:Name}")
def fails_at(context: Context, step: str) -> None:
    """The task sequence started, and ended with this step."""
    assert failed_at(context.case.run) == step, told_run(context.case.run)


@then("the run fails at {step:Name}, for {why:Name}")
def fails_at_for(context: Context, step: str, why: str) -> None:
    """The same, and why the step fails."""
    assert failed_at(context.case.run) == step, told_run(context.case.run)
    assert moments(context.case.run, "step-failed", why=why), told_run(context.case.run)


@then("the task sequence does not start")
def does_not_start(context: Context) -> None:
    """It ends before any step."""
    assert ending(context.case.run) == "not-started", told_run(context.case.run)
    assert not moments(context.case.run, "sequence-started"), told_run(context.case.run)


@then("it is turned away {stage:Stage}, for {requirements:Requirements}")
def is_turned_away(context: Context, stage: Stage, requirements: frozenset[str]) -> None:
    """Where requirements that are not met show themselves."""
    assert turned_away(context.case.run) == [(stage, requirements)], told_run(context.case.run)


@then("nothing happens")
def nothing_happens(context: Context) -> None:
    """The documents do not speak of such an attempt."""
    assert not context.case.run.moments, told_run(context.case.run)
    assert ending(context.case.run) is None, told_run(context.case.run)


@then("the policy arrives once, with {size:Size}")
def policy_arrives(context: Context, size: int) -> None:
    """One policy for the task sequence and its children."""
    assert [one.bytes for one in moments(context.case.run, "policy-received")] == [size], told_run(context.case.run)


@then("it has been started {start:Start}")
def has_been_started(context: Context, start: Start | None) -> None:
    """Somebody or something started it, once."""
    assert [one.how for one in moments(context.case.run, "started")] == [start], told_run(context.case.run)


@then("it starts with _SMSTSDownloadOnDemand {truth:Truth}")
def starts_with(context: Context, truth: bool) -> None:
    """What the variable says when the task sequence starts."""
    assert moments(context.case.run, "sequence-started", on_demand=truth), told_run(context.case.run)


@then("the steps {names:Names} run")
def steps_run(context: Context, names: tuple[str, ...]) -> None:
    """These steps and groups start and are done, in this order, and no other."""
    assert tuple(steps(context.case.run, "step-started")) == names, told_run(context.case.run)
    assert sorted(steps(context.case.run, "step-done")) == sorted(names), told_run(context.case.run)


@then("{step:Name} is skipped, for {why:Name}")
def is_skipped(context: Context, step: str, why: str) -> None:
    """A condition that is not met passes a step over."""
    assert (step, why) in skipped(context.case.run), told_run(context.case.run)


@then("it rests on {behaviours:Behaviours}")
def it_rests_on(context: Context, behaviours: frozenset[str]) -> None:
    """Some moment, or something left out of a list, rests on each of these."""
    assert behaviours <= rests_on(context.case.run), told_run(context.case.run)


@then("nothing rests on {behaviours:Behaviours}")
def nothing_rests_on(context: Context, behaviours: frozenset[str]) -> None:
    """Nothing that happens rests on any of these."""
    assert not behaviours & rests_on(context.case.run), told_run(context.case.run)


@then("it is assumed that {what:Name}")
def is_assumed(context: Context, what: str) -> None:
    """What is not known, and how the run takes it."""
    assert what in context.case.run.assumed, told_run(context.case.run)


@then("nothing is assumed")
def nothing_assumed(context: Context) -> None:
    """All that the run needs is known."""
    assert not context.case.run.assumed, told_run(context.case.run)


@then("what was to happen never does")
def never_happens(context: Context) -> None:
    """The moment at which something was to happen does not come."""
    assert context.case.run.not_placed == context.case.placed, told_run(context.case.run)


@then("that cannot happen, for {reason:Name}")
def cannot_happen(context: Context, reason: str) -> None:
    """What is said to happen makes no sense on this site."""
    (answer,) = context.case.played
    assert isinstance(answer, InputError), told_run(context.case.run)
    assert reason in str(answer), str(answer)
