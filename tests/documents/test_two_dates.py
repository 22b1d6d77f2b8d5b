"""What changed between two dates, as somebody found who laid the pages side by side.

The tables hold what is not there, or not as it was; every other passage of the document is there. A passage is named
by heading and block, a place by the line of the page; every line was read beside the passage. By words *gone*, though
a reader finds the matter in other words: the cloud distribution point of 2019, in 2017, "Requirements" 11 (line 88)
and "Deployment settings" 2 (line 67).
"""

from pathlib import Path

import pytest

from dod_model.documents import Standing, cited, documents, verify

CMG = "Deploy Windows 10 in-place upgrade via CMG"
CLIENTS = "Client to cloud distribution point"
CERTIFICATE = "Does a client need a certificate to download content from a cloud distribution point?"
PLAN_2017 = "Plan to use a cloud-based distribution point"
NEEDS_2017 = "Prerequisites for cloud-based distribution points"

Table = dict[tuple[str, int], int | None]
"""What is reworded, with the line where it is now; None for what is gone. Nothing in these pages moved unchanged."""

DEPLOY_IN_MAY: Table = {
    ("Process", 16): 59,
    ("Process", 59): 144,
    ("Process", 68): None,
    (CMG, 2): 180,
    (CMG, 5): None,
    (CMG, 6): None,
    (CMG, 7): 186,
    (CMG, 9): None,
}
DEPLOY_IN_SEPTEMBER: Table = {
    ("Process", 16): 59,
    ("Process", 59): 144,
    (CMG, 2): 183,
    (CMG, 5): None,
    (CMG, 6): None,
    (CMG, 7): 189,
    (CMG, 9): None,
}
CLOUD_IN_2017: Table = {
    ("Azure Resource Manager", 3): None,
    ("Azure Resource Manager", 5): None,
    ("Hierarchy design", 6): None,
    ("Hierarchy design", 7): None,
    ("Hierarchy design", 8): 174,
    ("Requirements", 6): None,
    ("Requirements", 10): 84,
    ("Requirements", 11): None,
    **{("Specifications", block): None for block in range(2, 9)},
    ("Deployment settings", 1): 65,
    ("Deployment settings", 2): None,
    ("Limitations", 1): 63,
    ("Limitations", 2): 69,
    ("Limitations", 3): 71,
    ("Limitations", 4): 73,
    **{(CLIENTS, block): None for block in (4, 5, 6, 8, 9)},
    (CERTIFICATE, 1): None,
}

# Document, commit of the folder, what has changed there.
TABLES: list[tuple[str, str, Table]] = [
    # The article on deploying: May, September and November 2019.
    ("DTS1902", "a20abd4ce", {}),
    ("DTS1902", "a829fc8f5", {("Process", 59): 144}),
    ("DTS1902", "0936431e7", {("Process", 59): 145, (CMG, 2): 183, (CMG, 5): 193}),
    ("DTS1902", "2f34d9457", {("Process", 59): 145, (CMG, 2): 183, (CMG, 5): 193}),
    ("DTS-PS", "a20abd4ce", {("Process", 59): 144}),
    ("DTS-PS", "a829fc8f5", {}),
    ("DTS-PS", "0936431e7", {("Process", 59): 145}),
    ("DTS-PS", "2f34d9457", {("Process", 59): 145}),
    ("DTS1910-first", "a20abd4ce", {(CMG, 6): None}),
    ("DTS1910-first", "a829fc8f5", {(CMG, 6): None}),
    ("DTS1910-first", "2f34d9457", {}),
    ("DTS1910", "a20abd4ce", DEPLOY_IN_MAY),
    ("DTS1910", "a829fc8f5", DEPLOY_IN_SEPTEMBER),
    ("DTS1910", "0936431e7", {}),
    ("DTS1910", "2f34d9457", {}),
    # The cloud distribution point: May 2017, November 2019, April 2020.
    ("CDP17", "44ad6b1c1", {}),
    ("CDP17", "2f34d9457", {(PLAN_2017, 17): 172, (NEEDS_2017, 5): 150}),
    ("CDP17", "764bd353d", {(PLAN_2017, 17): 174, (NEEDS_2017, 5): 151}),
    ("CDP19", "44ad6b1c1", CLOUD_IN_2017),
    ("CDP19", "2f34d9457", {}),
    ("CDP19", "764bd353d", {}),
    ("CDP20a", "44ad6b1c1", {("Deployment settings", 1): 65, ("Requirements", 10): 84}),
    ("CDP20a", "2f34d9457", {}),
]


@pytest.mark.parametrize(("key", "commit", "table"), TABLES, ids=[f"{key}-in-{commit}" for key, commit, _ in TABLES])
def test_what_changed_is_what_a_reader_finds(sources: Path, key: str, commit: str, table: Table) -> None:
    passages = [passage for passage in cited() if passage.document == key]
    (page,) = verify(sources / commit, passages)
    assert page.found.path == documents()[key].path
    answers = {(one.passage.heading, one.passage.block): one for one in page.sightings}
    assert set(table) <= set(answers)
    assert not any(one.by_place for one in page.sightings)
    found = {
        place: one.block.line if one.block else None
        for place, one in answers.items()
        if one.standing is not Standing.THERE
    }
    assert found == table
    assert {answers[place].standing for place in table} <= {Standing.REWORDED, Standing.GONE}
