from datetime import date
from itertools import pairwise
from operator import ge, gt, le, lt

import pytest
from hypothesis import given

from dod_model.errors import DodError, ReleaseError
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, Build, Release, current, current_branch, parse, parse_release, preview
from dod_model.strategies import releases

NUMBERS = """1511 1602 1606 1610 1702 1706 1710 1802 1806 1810 1902 1906 1910 2002 2006 2010 2103 2107 2111 2203 2207
2211 2303 2309 2403 2409 2503 2509 2603"""
BUILDS = """8325 8355 8412 8458 8498 8540 8577 8634 8692 8740 8790 8853 8913 8968 9012 9040 9049 9058 9068 9078 9088
9096 9106 9122 9128 9132 9135 9141 9146"""


class TestTable:
    def test_every_release_has_its_build(self) -> None:
        rows = [(row.number, row.build) for row in CURRENT_BRANCH]
        assert rows == list(zip(map(int, NUMBERS.split()), map(int, BUILDS.split()), strict=True))

    def test_rows_go_forward(self) -> None:
        for before, after in pairwise(CURRENT_BRANCH):
            assert before.number < after.number
            assert before.build < after.build
            assert date.fromisoformat(before.available) < date.fromisoformat(after.available)

    def test_support_ends_after_it_begins(self) -> None:
        for row in CURRENT_BRANCH:
            assert date.fromisoformat(row.available) < date.fromisoformat(row.support_ends)

    def test_some_dates(self) -> None:
        rows = {row.number: row for row in CURRENT_BRANCH}
        assert (rows[1802].available, rows[1802].support_ends) == ("2018-03-22", "2019-09-22")
        assert (rows[1810].available, rows[1810].support_ends) == ("2018-11-27", "2020-12-01")
        assert (rows[1910].available, rows[1910].support_ends) == ("2019-11-29", "2021-05-29")
        assert (rows[2207].available, rows[2207].support_ends) == ("2022-08-12", "2024-02-12")
        assert (rows[2603].available, rows[2603].support_ends) == ("2026-05-05", "2027-11-05")

    def test_baselines_and_third_party_rows(self) -> None:
        baselines = [row.number for row in CURRENT_BRANCH if row.baseline]
        assert baselines == [1511, 1702, 1802, 1902, 2002, 2103, 2203, 2303, 2403, 2509]
        assert [row.number for row in CURRENT_BRANCH if row.third_party] == [2503, 2509, 2603]

    def test_the_current_branch_is_the_table(self) -> None:
        assert [release.number for release in current_branch()] == [int(number) for number in NUMBERS.split()]
        assert {release.branch for release in current_branch()} == {Branch.CURRENT}


class TestRelease:
    def test_it_is_written_as_people_write_it(self) -> None:
        assert str(current(1910)) == "1910"
        assert str(preview(1909)) == "TP 1909"
        assert repr(current(1910)) == "<Release 1910>"
        assert repr(preview(1909)) == "<Release TP 1909>"

    def test_the_branches_reuse_the_same_numbers(self) -> None:
        assert current(1910) != preview(1910)
        assert current(1910).key != preview(1910).key
        assert len({current(1910), preview(1910), Release(Branch.CURRENT, 1910)}) == 2

    def test_a_release_of_the_current_branch_has_a_row(self) -> None:
        row = current(1910).row
        assert row is not None
        assert (row.number, row.build) == (1910, 8913)
        assert preview(1910).row is None

    def test_unknown_releases_are_refused(self) -> None:
        for number in (1909, 1510, 2604, 0, -1910, 191000):
            with pytest.raises(ReleaseError, match="current branch"):
                current(number)

    @pytest.mark.parametrize("number", [1511, 1513, 1500, 1600, 1699, 2604, 2600, 0, -1909])
    def test_previews_are_months(self, number: int) -> None:
        with pytest.raises(ReleaseError, match=r"previews are numbered YYMM, from 1512 to 2603"):
            preview(number)

    @pytest.mark.parametrize("number", [1512, 1601, 1612, 1909, 2603])
    def test_any_month_may_have_had_a_preview(self, number: int) -> None:
        assert preview(number).number == number
        assert preview(number).branch is Branch.TECHNICAL_PREVIEW

    def test_what_is_past_the_table_says_what_to_do(self) -> None:
        with pytest.raises(ReleaseError, match=r"2703 is not known here, the table ends at 2603; give the version"):
            current(2703)

    def test_what_is_within_the_table_names_the_nearest(self) -> None:
        end = r"\(a technical preview is written TP 1909\)"
        with pytest.raises(ReleaseError, match=rf"no current branch 1909; the nearest are 1910 and 1906 {end}"):
            current(1909)
        with pytest.raises(ReleaseError, match=r"there is no current branch 3 \(a technical preview is written TP 3\)"):
            current(3)

    def test_a_release_error_is_an_error_of_this_package_and_of_values(self) -> None:
        assert issubclass(ReleaseError, DodError)
        assert issubclass(ReleaseError, ValueError)


class TestOrder:
    """Releases have a total order within a branch, that of their numbers, and none across branches."""

    @given(releases(), releases())
    def test_total_within_a_branch(self, one: Release, other: Release) -> None:
        if one.branch is not other.branch:
            return
        assert (one < other) + (one == other) + (one > other) == 1
        assert (one < other) is (one.number < other.number)
        assert (one <= other) is (one.number <= other.number)
        assert (one >= other) is (other <= one)

    @given(releases(), releases())
    def test_none_across_branches(self, one: Release, other: Release) -> None:
        if one.branch is other.branch:
            return
        assert one != other
        for compare in (lt, le, gt, ge):
            with pytest.raises(TypeError, match="different branches"):
                compare(one, other)

    @given(releases(), releases())
    def test_keys_tell_releases_apart(self, one: Release, other: Release) -> None:
        assert (one.key == other.key) is (one == other)
        assert one != other or hash(one) == hash(other)


class TestParse:
    @given(releases())
    def test_what_is_written_is_read_back(self, release: Release) -> None:
        assert parse(str(release)) == release
        assert parse_release(f"  {release}\n") == release

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1910", current(1910)),
            (1910, current(1910)),
            ("TP 1909", preview(1909)),
            ("TP1909", preview(1909)),
            ("tp 1909", preview(1909)),
            ("5.00.8913", Build(8913)),
            ("5.00.8913.1006", Build(8913)),
            ("5.0.8913.1006", Build(8913)),
            ("5.0.10000", Build(10000)),
            ("5.00.9999.12345", Build(9999)),
        ],
    )
    def test_forms(self, text: str | int, expected: Release | Build) -> None:
        assert parse(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            *("", "CB 1910", "19100", "191", "TP", "5.00", "5.00.891", "5.00.100000", "5.000.8913", "5.1.8913"),
            *("5.00.8913.", "5.00.8913.123456", "v1910", "1910.1", "TP 19091", "\u0661\u0669\u0661\u0660", "TP 1913"),
            *(-1910, True),
        ],
    )
    def test_other_texts_are_refused(self, text: str | int) -> None:
        with pytest.raises(ReleaseError):
            parse(text)

    def test_a_refusal_says_how_to_write_it(self) -> None:
        with pytest.raises(ReleaseError, match=r"'winter' is no release: write 1910 .*TP 1909 .*5\.00\.8913\.1006"):
            parse("winter")
        with pytest.raises(ReleaseError, match=r"'a{40}' is"):
            parse("a" * 1000)

    def test_a_build_stands_for_its_release(self) -> None:
        assert Build(8913).release == current(1910)
        assert Build(8325).release == current(1511)
        assert parse_release("5.00.9146.1000") == current(2603)
        assert str(Build(8913)) == "5.00.8913"

    def test_a_build_that_is_not_in_the_table_is_unknown(self) -> None:
        for number in (8912, 8914, 8324, 9147, 1910):
            assert Build(number).release is None
        with pytest.raises(ReleaseError, match=r"build 8914 is not in the table of releases"):
            parse_release("5.00.8914")

    def test_every_build_of_the_table_is_read(self) -> None:
        for row in CURRENT_BRANCH:
            assert parse_release(f"5.00.{row.build}.1000") == current(row.number)
