"""Every page gets a policy that allows this host, the scripts that the page came with, and nothing else."""

from __future__ import annotations

import base64
from hashlib import sha256
from pathlib import Path

import pytest

from dod_model.publish.__main__ import main
from dod_model.publish.sealing import policy, seal, sealed


def directives(page: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy(page).split("; "))
    return {name: values for name, *values in parts}


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def test_a_plain_page_is_allowed_its_own_host() -> None:
    assert directives("<head></head><p>Hello</p>") == {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
    }


def test_scripts_of_the_page_are_allowed_by_their_hashes() -> None:
    page = '<head></head><script>a("&amp;<b>")</script><script type="module">b()</script><script src="c.js"></script>'
    assert set(directives(page)["script-src"][2:]) == {hashed('a("&amp;<b>")'), hashed("b()")}


def test_data_in_a_script_element_is_no_script() -> None:
    page = '<head></head><script id="config" type="application/json">{"a": 1}</script>'
    assert directives(page)["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def test_styles_are_allowed_by_their_hashes_and_freely_only_where_a_diagram_is_drawn() -> None:
    assert directives("<head><style>a{}</style></head>")["style-src"] == ["'self'", hashed("a{}")]
    assert directives('<head><style>a{}</style></head><pre class="x mermaid"></pre>')["style-src"] == [
        "'self'",
        "'unsafe-inline'",
    ]
    assert directives("<head></head><p>class mermaid</p>")["style-src"] == ["'self'"]


def test_the_policy_comes_before_everything_that_it_is_about() -> None:
    page = sealed("<html><head><script>a()</script></head></html>", Path("x.html"))
    assert page.startswith('<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'self\'; ')
    assert page.index("Content-Security-Policy") < page.index("<script>")


@pytest.mark.parametrize("page", ["<p>no head</p>", sealed("<head></head>", Path("x.html"))])
def test_a_page_that_cannot_be_sealed_is_told(tmp_path: Path, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.html").write_text(page, encoding="utf-8")
    assert main(["seal", str(tmp_path)]) == 2
    assert "x.html: a page without a head, or with a policy already" in capsys.readouterr().err


def test_every_page_of_a_folder_is_sealed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("index.html", "a/index.html", "b.html", "404.html", "sitemap.xml"):
        (tmp_path / name).write_text("<head></head>", encoding="utf-8")
    (tmp_path / "a" / "x.json").write_text("{}", encoding="utf-8")
    assert seal(tmp_path) == 3
    assert all("Content-Security-Policy" in path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))
    assert (tmp_path / "a" / "x.json").read_text(encoding="utf-8") == "{}"
    assert not (tmp_path / "404.html").exists()
    assert not (tmp_path / "sitemap.xml").exists()
