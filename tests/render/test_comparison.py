"""A site at two releases."""

from __future__ import annotations

from dod_model.attempt import Wish
from dod_model.releases import current
from dod_model.render.comparison import compared
from dod_model.render.layout import Layout
from dod_model.site import MISSING, Site, with_fields
from dod_model.survey import with_clients
from tests.render.sites import faulty, healthy


def told(site: Site, before: int, after: int, wish: Wish = Wish.ON_DEMAND) -> tuple[list[str], list[bool | None]]:
    reached: list[bool | None] = []
    releases = (current(before), current(after))
    return list(compared(with_clients(site), releases, wish, reached, Layout())), reached


def test_only_the_two_releases_count_and_not_those_of_the_description() -> None:
    old = with_fields(healthy(), release=current(1511))
    assert told(faulty("download-on-demand-available"), 1906, 1910) == told(healthy(), 1906, 1910)
    assert told(old, 1906, 1910) == told(healthy(), 1906, 1910) == told(with_fields(old, release=MISSING), 1906, 1910)


def test_reached_is_about_the_later_release() -> None:
    assert told(healthy(), 1906, 1910)[1] == [True]
    assert told(healthy(), 1910, 1906)[1] == [False]
    assert told(with_fields(healthy(), client_settings=MISSING), 1906, 1910)[1] == [None]


def test_requirements_that_change_are_told_apart() -> None:
    lines, _ = told(faulty("no-defect-of-2002"), 2002, 2006)
    assert lines[:4] == [
        "Upgrade laptops on 'LT-001'",
        "  at 2002: does not run",
        "  at 2006: runs, and downloads content on demand",
        "    no longer unmet: no-defect-of-2002",
    ]


def test_advice_is_no_part_of_it() -> None:
    lines, _ = told(faulty("cloud-distribution-point-has-a-future"), 2103, 2107)
    assert lines[:2] == ["Upgrade laptops on 'LT-001'", "  at both: runs, and downloads content on demand"]
    assert "cloud-distribution-point" not in "".join(lines)
