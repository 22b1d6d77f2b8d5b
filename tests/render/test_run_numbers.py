"""Runs side by side in numbers."""

from __future__ import annotations

import pytest

from dod_model.render.run_numbers import COLUMN
from dod_model.site import Site
from tests.render.runs import both, branch_office, healthy, long_site, numbers, renamed, run, told


class TestNumbers:
    """Both options side by side."""

    def test_the_columns_add_up(self) -> None:
        found = numbers(told(both(branch_office(), client="LT-103"), price="0.05"))
        assert found == {
            "Pulled": ["7 GB", "8 GB"],
            "before the start": ["0", "8 GB"],
            "while it runs": ["7 GB", "0"],
            "for 4. Install ThinkPad drivers": ["2 GB", "0"],
            "for 5. Upgrade Operating System": ["4 GB", "0"],
            "for 7. Install branch applications": ["1 GB", "0"],
            "from 'CMG-EAST'": ["2 GB", "3 GB"],
            "from one of 'CMG-EAST', 'CMG-WEST'": ["4 GB", "4 GB"],
            "from 'CMG-WEST'": ["1 GB", "1 GB"],
            "Fetched in vain": ["0", "1 GB"],
            "Latitude drivers": ["1 GB", "0"],
            "Thrown away": ["0", "0"],
            "Spared by conditions": ["1 GB", "0"],
            "Most on the device at once": ["7 GB", "8 GB"],
            "Client cache": ["20 GB", "20 GB"],
            "From the cloud": ["7 GB", "8 GB"],
            "Price, at 0.05 per GB from the cloud": ["0.35", "0.40"],
        }

    def test_money_is_told_only_at_a_price(self) -> None:
        assert "Price" not in told(both(healthy()))

    def test_what_was_thrown_away_is_told(self) -> None:
        found = numbers(told([run(healthy(), "'Drivers' is updated when 50 % of 'Drivers' has come")]))
        assert (found["Pulled"], found["Thrown away"], found["Fetched in vain"]) == (["5.9 GB"], ["700 MB"], ["0"])

    def test_huge_prices_stand_apart(self) -> None:
        text = told(both(healthy()), price="1000000000000")
        (line,) = [line for line in text.splitlines() if line.startswith("  Price")]
        assert line.split()[-2:] == ["5,183,593,750,000.00"] * 2

    def test_of_many_steps_the_first_are_told_and_the_rest_is_added_up(self) -> None:
        site = long_site(40)
        found = numbers(told([run(site)]))
        assert found["for 1. Step 0"] == ["1 MB"]
        assert found["for 29 others"] == ["29 MB"]
        assert found["Pulled"] == ["40 MB"]

    @pytest.mark.parametrize("site", [healthy(), branch_office()])
    def test_it_fits_on_eighty_columns(self, site: Site) -> None:
        lines = told(both(site), width=80, price="0.05").splitlines()
        assert max(map(len, lines)) <= 80

    def test_a_long_name_does_not_break_the_table(self) -> None:
        site = renamed(healthy(), "CMG-EAST", "C" * 200)
        rows = [line for line in told([run(site)]).splitlines() if line.startswith("    from 'C")]
        assert [len(row) for row in rows] == [44 + COLUMN]
        assert "…" in rows[0]
