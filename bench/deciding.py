"""Deciding one attempt: ours beside zen-engine, on the same requirements and the same cases."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import zen

from bench.cases import healthy_case, known_cases
from bench.report import Bound, Row, Section
from bench.timing import in_turns
from bench.zen_rules import FORMS, NOT_COVERED, Form, context_of, graph
from dod_model.assessment import ASKED, Decision, Outcome, assess, judge
from dod_model.attempt import Attempt, Wish
from dod_model.facts import Facts
from dod_model.intake import read_site
from dod_model.requirements import Verdict
from dod_model.site import Site

CASES = 2_500
ROUNDS = 300
BATCH = 100
AT_LEAST = 2.0
HEALTHY = Path("docs/examples/healthy.yaml")

Answer = Callable[[Any], Any]


class DifferentVerdictError(AssertionError):
    """The two sides do not say the same of a case, so that their times do not compare."""


def violated(decision: Decision) -> list[str] | str:
    """The ids of the violated requirements; or that the attempt is not covered."""
    if decision.outcome is Outcome.NOT_COVERED:
        return NOT_COVERED
    pairs = zip(ASKED[Wish.ON_DEMAND], decision.verdicts, strict=True)
    return [requirement.id for requirement, verdict in pairs if verdict is Verdict.VIOLATED]


def require_equal(form: Form, cases: list[Facts]) -> None:
    """Check a form of zen-engine against the model.

    Raises:
        DifferentVerdictError: they differ on a case.
    """
    evaluate = zen.compile_expression(form.expression).evaluate
    for facts in cases:
        answer = evaluate(context_of(facts))
        told = answer if answer == NOT_COVERED else form.read(answer)
        wanted = violated(judge(facts))
        if told != wanted:
            raise DifferentVerdictError(f"{form.name}: {told} instead of {wanted} for {facts!r}")


def inputs_of(facts: list[Facts]) -> dict[str, list[Any]]:
    """zen-engine's own prepared inputs: what it takes, by name."""
    contexts = [context_of(one) for one in facts]
    texts = [json.dumps(context, separators=(",", ":")) for context in contexts]
    return {"a dict": contexts, "JSON text": texts, "JSON bytes": [text.encode() for text in texts]}


def _next_of(answer: Answer, inputs: list[Any]) -> Callable[[], object]:
    """A call that decides the next batch of inputs."""
    batches = [inputs[start : start + BATCH] for start in range(0, len(inputs), BATCH)]
    turn = count()

    def decide_a_batch() -> None:
        for one in batches[next(turn) % len(batches)]:
            answer(one)

    return decide_a_batch


def deciding() -> Section:
    """Time ours beside zen-engine, from facts in hand; then ours from site and attempt, and from JSON.

    Raises:
        DifferentVerdictError: the two sides do not say the same.
    """
    cases = known_cases(CASES)
    for form in FORMS:
        require_equal(form, cases)
    inputs = inputs_of(cases)
    forms = {
        f"zen-engine, {form.name} from {name}": _next_of(zen.compile_expression(form.expression).evaluate, given)
        for form in FORMS
        for name, given in inputs.items()
    }
    tried = in_turns(forms, rounds=20)
    fastest = min(tried, key=lambda name: tried[name])
    as_graph = zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(graph(FORMS[0].expression))))
    times = in_turns({"ours": _next_of(judge, cases), "zen": forms[fastest]}, ROUNDS)
    slow = in_turns({"graph": _next_of(as_graph.evaluate, inputs["a dict"])}, rounds=5)
    ours, peer = (times[name] / BATCH for name in ("ours", "zen"))
    rows = [
        Row("ours, from facts in hand", ours, peer),
        Row(f"{fastest} (the fastest of {len(forms)} ways)", peer),
        Row("zen-engine, the same as a decision graph", slow["graph"] / BATCH, peer),
    ]
    remarks = [f"{CASES} attempts, all facts known, verdicts equal on all of them in every form."]
    bound = Bound("zen-engine's time / ours, from facts in hand", peer / ours, at_least=AT_LEAST)
    return Section("Deciding one attempt, with every violated requirement", rows, [bound], remarks)


def from_site() -> Section:
    """Time ours on the healthy example: from facts, from the site, from JSON, and with all that findings tell."""
    site = read_site(HEALTHY)
    attempt = Attempt("Upgrade laptops", "LT-001")
    as_json = site.model_dump_json(by_alias=True).encode()
    calls: dict[str, Callable[[], object]] = {
        "from facts in hand": partial(judge, healthy_case()),
        "from site and attempt": partial(assess, site, attempt),
        "from JSON bytes": lambda: assess(Site.model_validate_json(as_json), attempt),
        "from site and attempt, all that the findings tell": lambda: _everything(site, attempt),
    }
    times = in_turns(calls, rounds=60, repeat=10)
    first = times["from facts in hand"]
    return Section("The same from further back (the healthy example)", [Row(n, t, first) for n, t in times.items()])


def _everything(site: Site, attempt: Attempt) -> list[object]:
    findings = assess(site, attempt).findings
    return [(one.evidence, one.why, one.reasoning, one.contradictions, one.shortfalls) for one in findings]
