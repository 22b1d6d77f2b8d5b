"""Whatever stands in a text, and however much, a page has an answer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.browser.checking import ATTEMPTS, GROUPS, RUNS, check
from dod_model.browser.playing import CHARACTERS, LINES
from tests.cli.running import HEALTHY
from tests.page.answers import GATEWAY, answered, line_of, place_of, said

HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "emoji": "💻🧑🏽‍💻 Ångström",
    "right to left": "מחשב \u202eABC\u2066",
    "quotes": "O'Brien's \"laptop\" 'x', enabled",
    "asterisks": "**bold** `code` [link](https://example.invalid)",
    "escapes": r"\u003cb\u003e & &lt;b&gt;",
    "longest": "n" * 256,
}


class TestHostileTexts:
    """Whatever stands in a text, there is an answer, and names come back as they are."""

    @pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
    def test_a_name_comes_back_unchanged(self, name: str) -> None:
        quoted = json.dumps(name, ensure_ascii=False)
        text = GATEWAY.read_text(encoding="utf-8")
        for old in ("CMG-EAST", "LT-001", "Upgrade laptops", "Drivers"):
            text = text.replace(f"name: {old}", f"name: {quoted}").replace(f"[{old}]", f"[{quoted}]")
        text = text.replace("{package: Drivers,", f"{{package: {quoted},")
        found = answered(text)
        assert found["problems"] == []
        (group,) = found["groups"]
        assert group["clients"] == [name]
        assert group["headline"]["pieces"][0]["text"] == name
        assert f"'{name}'" in [piece["text"] for piece in group["headline"]["pieces"] if piece["name"]]
        assert line_of(text, "serves_content") in place_of(found, name)

    @given(st.text(max_size=60))
    def test_any_text_has_an_answer(self, text: str) -> None:
        found = answered(text)
        assert bool(found["problems"]) is not bool(found["groups"])

    @given(st.integers(0, 3200), st.text(max_size=8))
    def test_any_slip_of_the_pen_has_an_answer(self, at: int, typed: str) -> None:
        text = HEALTHY.read_text(encoding="utf-8")
        found = answered(text[:at] + typed + text[at:])
        assert bool(found["problems"]) is not bool(found["groups"])

    def test_a_name_of_10_000_characters_is_told_short(self) -> None:
        found = answered(f"packages: [{{name: {'n' * 10_000}}}]")
        (problem,) = found["problems"]
        assert (problem["code"], len(problem["message"]) < 200) == ("wrong-value", True)


class TestBounds:
    """Much is cut, and the answer says how much."""

    def described(self, count: int, **fields: object) -> str:
        site = {
            "task_sequences": [{"name": "t", "upgrade": True}],
            "collections": [{"name": "c"}],
            "deployments": [{"name": "d", "task_sequence": "t", "collection": "c"}],
            "clients": [{"name": f"PC-{number}"} for number in range(count)],
        }
        return json.dumps({**site, **fields})

    def test_attempts(self) -> None:
        found = answered(self.described(ATTEMPTS + 5))
        assert sum(len(group["clients"]) for group in found["groups"]) == ATTEMPTS
        assert (found["more"], len(found["runs"])) == (5, RUNS)

    def test_groups(self) -> None:
        steps = [f"t{number}" for number in range(GROUPS + 2)]
        found = answered(
            self.described(
                1,
                task_sequences=[{"name": name} for name in steps],
                deployments=[{"name": f"d {name}", "task_sequence": name, "collection": "c"} for name in steps],
            )
        )
        assert (len(found["groups"]), found["more"]) == (GROUPS, 2)
        assert f"of {GROUPS}" in found["closing"]

    def test_lines_of_a_run(self) -> None:
        steps = [{"name": f"s{number}", "kind": "other", "packages": [], "conditions": []} for number in range(600)]
        found = answered(self.described(1, task_sequences=[{"name": "t", "upgrade": True, "steps": steps}]))
        for run in found["runs"][0]["played"]:
            assert run["more"] > 0
            assert sum(len(one["lines"]) for one in run["sections"]) < LINES

    def test_characters_of_a_run(self) -> None:
        condition = {"subject": "variable", "variable": "V", "comparison": "equals", "value": "x" * 1500}
        steps = [
            {"name": f"s{number}", "kind": "other", "packages": [], "conditions": [condition]} for number in range(90)
        ]
        clients = [{"name": "PC-0", "variables": [{"name": "V", "value": "y"}]}]
        found = answered(
            self.described(1, task_sequences=[{"name": "t", "upgrade": True, "steps": steps}], clients=clients)
        )
        for run in found["runs"][0]["played"]:
            assert run["more"] > 0
            assert sum(len(said(line)) for one in run["sections"] for line in one["lines"]) < CHARACTERS + 2000

    def test_an_answer(self) -> None:
        packages = [{"name": f"package number {number} {'x' * 200}"} for number in range(300)]
        names = [one["name"] for one in packages]
        steps = [{"name": "s", "kind": "other", "packages": names}]
        sequences = [f"t{number}" for number in range(GROUPS)]
        found = check(
            self.described(
                1,
                packages=packages,
                task_sequences=[{"name": name, "steps": steps if name == "t0" else []} for name in sequences],
                deployments=[{"name": f"d{n}", "task_sequence": "t0", "collection": "c"} for n in range(GROUPS)],
                gateways=[],
            )
        )
        assert 0 < json.loads(found)["more"] < GROUPS
        assert len(found) < 4_000_000
