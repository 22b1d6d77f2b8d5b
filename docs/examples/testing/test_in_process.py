"""A tool in Python that is asked all vectors of one kind, in this process, with its scores."""

import sys
from dataclasses import dataclass

from dod_model import Outcome, assess
from dod_model.kit.answers import Aspect
from dod_model.kit.in_process import InProcess
from dod_model.kit.reports.text import TextReport
from dod_model.kit.scoring import Scores, exit_code_of, judged
from dod_model.kit.shipped import vector_file
from dod_model.requirements import Verdict


@dataclass(frozen=True)
class Decision:
    """What the tool says of one attempt."""

    outcome: Outcome
    violated: frozenset[str] = frozenset()
    undetermined: frozenset[str] = frozenset()


class MyTool:
    """The tool that is tested; a real one would have an idea of its own."""

    def assess(self, site, attempt, wish):
        found = assess(site, attempt, wish)
        return Decision(found.outcome, frozenset(one.id for one in found.with_verdict(Verdict.VIOLATED)))


def test_my_tool_says_what_the_documents_say():
    adapter = InProcess("my tool", MyTool(), [Aspect.VIOLATED], version="1.0")
    scores = Scores(adapter.hello)
    asked = judged(adapter, vector_file("boundaries").vectors, scores)
    wrong = [one.id for one in asked if one.against_documents]
    sys.stdout.writelines(TextReport().finish(scores, ()))
    assert exit_code_of(scores) == 0, wrong
