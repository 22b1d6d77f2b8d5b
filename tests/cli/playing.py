"""Run ``dod run`` for tests, on sites made for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dod_model.intake import read_site
from tests.cli.running import EXAMPLES, dod

OFFICE = EXAMPLES / "branch-office.yaml"
STOPS = '"CMG-EAST" stops while "Drivers" downloads'


def played(*words: str | Path) -> dict[str, Any]:
    """The JSON of ``dod run`` with these words."""
    found: dict[str, Any] = json.loads(dod("run", *words, "-o", "json").out)
    return found


def changed(tmp_path: Path, path: Path, **fields: Any) -> Path:
    """A site with some of its lists set anew, as a file."""
    data = json.loads(read_site(path).to_json())
    data.update(fields)
    written = tmp_path / "site.json"
    written.write_text(json.dumps({name: value for name, value in data.items() if value is not None}), encoding="utf-8")
    return written


def office_of(tmp_path: Path, count: int) -> Path:
    """The branch office with so many clients of its two models, in turn."""
    data = json.loads(read_site(OFFICE).to_json())
    clients = [{**data["clients"][number % 2 + 1], "name": f"PC-{number}"} for number in range(count)]
    collections = [{**data["collections"][0], "members": [one["name"] for one in clients]}]
    return changed(tmp_path, OFFICE, clients=clients, collections=collections)
