"""``dod compare``: what begins, ends or changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dod_model.abilities import ABILITIES
from dod_model.intake import read_site
from tests.cli.running import HEALTHY, PARTIAL, dod, fault


def kinds(before: str, after: str) -> list[str]:
    """The lines that say what changes."""
    return [line.strip() for line in dod("compare", before, after).out.splitlines()[1:] if not line.startswith("    ")]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("1906", "1910", ["begins: download-on-demand"]),
        ("1910", "1906", ["ends: download-on-demand"]),
        ("TP 1908", "TP 1909", ["begins: download-on-demand"]),
        ("1710", "1802", ["begins: upgrade-over-cmg", "begins: script-over-cmg"]),
        ("1902", "1906", ["begins: pre-download-filters-more"]),
        ("1806", "1810", ["nothing that the documents tell of begins or ends"]),
        ("5.00.8968.1000", "2006", ["begins: boot-image-over-cmg", "ends: defect-of-2002"]),
    ],
)
def test_what_begins_and_ends(before: str, after: str, said: list[str]) -> None:
    assert kinds(before, after) == said
    assert dod("compare", before, after).code == 0


def test_what_no_document_says_is_told_apart() -> None:
    assert "was there, and now no document says: cloud-distribution-point-can-be-made" in kinds("TP 1909", "TP 1910")
    assert "was not there, and now no document says: boot-image-over-cmg" in kinds("TP 1909", "TP 1910")


def test_a_site_is_told_what_changes() -> None:
    answer = dod("compare", "1906", "1910", HEALTHY)
    assert "  at 1906: does not run\n  at 1910: runs, and downloads content on demand\n" in answer.out
    assert "    no longer unmet: download-on-demand-available\n" in answer.out
    assert answer.code == 0


def test_the_exit_code_is_about_the_later_release() -> None:
    assert dod("compare", "1910", "1906", HEALTHY).code == 1
    assert "    unmet from then on: download-on-demand-available\n" in dod("compare", "1910", "1906", HEALTHY).out
    assert dod("compare", "1906", "1910", PARTIAL).code == 3


def test_what_stays_is_told_once() -> None:
    answer = dod("compare", "1910", "2010", fault("allowed-on-the-internet"))
    assert "  at both: does not run\n    unmet at both: allowed-on-the-internet\n" in answer.out


def test_the_wish_counts() -> None:
    path = fault("on-demand-option-chosen")
    assert dod("compare", "1910", "2010", path).code == 1
    assert dod("compare", "1910", "2010", path, "--want", "run").code == 0


def test_clients_that_change_alike_are_told_of_together(tmp_path: Path) -> None:
    data = json.loads(read_site(HEALTHY).to_json())
    names = [f"LT-{number}" for number in range(8)]
    data["clients"] = [{**data["clients"][0], "name": name} for name in names]
    data["collections"][0]["members"] = names
    path = tmp_path / "site.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    text = dod("compare", "1906", "1910", path).out
    assert "Upgrade laptops on 'LT-0', 'LT-1', 'LT-2', 'LT-3', 'LT-4' and 3 more alike\n" in text
    assert "at 1910 reached by 8 of 8." in text


def test_what_only_the_documents_of_the_time_tell_is_no_change() -> None:
    silent = [one.id for one in ABILITIES if one.about_documents]
    assert silent == ["start-methods-stated", "other-options-refused-in-words"]
    answers = [dod("compare", before, after).out for before, after in (("1511", "2603"), ("1902", "1910"))]
    assert [name for name in silent if any(name in text for text in answers)] == []


@pytest.mark.parametrize("site", [(), (HEALTHY,)])
def test_releases_of_two_branches_are_refused(site: tuple[str, ...]) -> None:
    answer = dod("compare", "TP 1909", "1910", *site)
    why = "TP 1909 and 1910 are of different branches, which have no order; name two releases of one"
    assert (answer.code, answer.out, answer.err) == (2, "", f"dod: {why}\n")


@pytest.mark.parametrize("word", ["1911", "TP 1913", "5.00.1234", "latest", "19.10"])
def test_what_is_no_release_is_told(word: str) -> None:
    answer = dod("compare", "1906", word)
    assert answer.code == 2
    assert "Invalid value for 'AFTER'" in answer.err
