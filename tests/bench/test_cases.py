from bench.cases import healthy_case, known_cases
from bench.growth import site_with, without
from bench.zen_rules import COVERED, FORMS, RULES, context_of, graph
from dod_model.assessment import Outcome, assess, judge
from dod_model.facts import FACTS
from dod_model.kit.healthy import ATTEMPT
from dod_model.requirements import REQUIREMENTS


def test_the_cases_are_the_same_in_every_run_and_know_every_fact() -> None:
    cases = known_cases(200)
    assert cases == known_cases(200)
    assert all(facts.known().keys() == FACTS.keys() for facts in cases)
    assert {judge(facts).outcome for facts in cases} >= {
        Outcome.NOT_COVERED,
        Outcome.DOES_NOT_RUN,
        Outcome.DOWNLOADS_ON_DEMAND,
    }


def test_in_the_healthy_case_all_is_well() -> None:
    assert judge(healthy_case()).outcome is Outcome.DOWNLOADS_ON_DEMAND


def test_zen_is_asked_for_the_same_requirements_in_the_same_order() -> None:
    assert list(RULES) == [requirement.id for requirement in REQUIREMENTS]
    assert all(COVERED in form.expression for form in FORMS)


def test_the_context_names_every_fact_and_the_branch() -> None:
    context = context_of(healthy_case())
    assert context.keys() == {*FACTS, "preview"}
    assert (context["site_release"], context["preview"], context["place"]) == (2107, False, "internet")
    assert all(isinstance(value, (bool, int, str)) for value in context.values())


def test_a_graph_leads_from_its_input_through_the_rules_to_its_output() -> None:
    edges = graph("1")["edges"]
    assert [(edge["sourceId"], edge["targetId"]) for edge in edges] == [("in", "rules"), ("rules", "out")]


def test_sites_grow_with_all_packages_held_or_none() -> None:
    assert assess(site_with(7, held=True), ATTEMPT).reached is True
    short = assess(site_with(7, held=False), ATTEMPT)
    assert short.facts.known()["content_in_cloud"] is False


def test_so_many_facts_are_left_out() -> None:
    assert [len(without(count).known()) for count in (0, 3, len(FACTS))] == [len(FACTS), len(FACTS) - 3, 0]
