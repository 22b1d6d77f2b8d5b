"""What the model answers to a vector's question, computed anew."""

from dod_model.assessment import assess
from dod_model.kit.expecting import expected, plan_size, run_totals
from dod_model.kit.format import Expected, Question
from dod_model.plan import plan_for
from dod_model.run import play
from dod_model.run.event_words import placed


def answered(question: Question) -> Expected:
    """The whole answer: where a run is asked for, only that; with the plan where one is asked for."""
    case = (question.site, question.attempt)
    if (asked := question.play) is not None:
        events = tuple(map(placed, asked.events))
        run = play(*case, option=asked.option, placed=events, pre_downloaded=asked.pre_downloaded)
        return Expected(run=run_totals(run))
    found = expected(assess(*case, question.wish))
    if not question.plan:
        return found
    return found.model_copy(update={"plan": plan_size(plan_for(*case, question.wish))})
