"""What stands behind a requirement is counted as it is."""

from __future__ import annotations

from dod_model.kit.shipped import vector_file
from dod_model.publish.evidence import tally, vectors_of
from tests.publish.evidence_given import everything, place


def test_a_case_that_two_scenarios_share_counts_once() -> None:
    passed = next(iter(everything().values()))
    results = {("features/a/b.feature", line): passed for line in (5, 6, 7)}
    assert tally([place(5, 6), place(6, 7)], results).words == "3 passed"


def test_vectors_are_counted_as_they_are() -> None:
    name = "no-defect-of-2002"
    found = vectors_of(name)
    assert set(found) == {"features", "boundaries", "pairs", "triples"}
    for kind, asked in found.items():
        answers = vector_file(kind).vectors
        assert asked.violated == sum(name in one.expect.violated for one in answers)
        assert asked.undetermined == sum(name in one.expect.undetermined for one in answers)
        assert asked.met == sum(name in one.standing.met for one in answers)
        assert asked.written == sum(name in one.about for one in answers)
    assert found["features"].written
