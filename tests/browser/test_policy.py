"""The content security policy of the pages holds: whoever got a script or a style into a page would come no further."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

ELSEWHERE = "http://127.0.0.2:9/"
NOTED = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
"""
ATTACKS = {
    "a script in the page": (
        "const s = document.createElement('script'); s.textContent = 'window.broken = 1'; document.body.append(s)",
        "script-src-elem",
    ),
    "a script in an attribute": (
        "document.body.insertAdjacentHTML('beforeend', '<b id=a onclick=\"window.broken = 1\">x</b>'); a.click()",
        "script-src-attr",
    ),
    "a script from elsewhere": (
        f"const s = document.createElement('script'); s.src = '{ELSEWHERE}x.js'; document.body.append(s)",
        "script-src-elem",
    ),
    "a script in an address": (
        "const a = document.createElement('a'); a.href = 'javascript:window.broken = 1';"
        "document.body.append(a); a.click()",
        "script-src-elem",
    ),
    "a text that is run": ("try { eval('window.broken = 1') } catch {}", "script-src"),
    "a text that is made a function": ("try { new Function('window.broken = 1')() } catch {}", "script-src"),
    "a request to elsewhere": (f"fetch('{ELSEWHERE}').catch(() => {{}})", "connect-src"),
    "a connection to elsewhere": ("try { new WebSocket('ws://127.0.0.2:9/') } catch {}", "connect-src"),
    "a beacon to elsewhere": (f"navigator.sendBeacon('{ELSEWHERE}', 'x')", "connect-src"),
    "a picture from elsewhere": (f"new Image().src = '{ELSEWHERE}x.png'", "img-src"),
    "a frame from elsewhere": (
        f"const f = document.createElement('iframe'); f.src = '{ELSEWHERE}'; document.body.append(f)",
        "frame-src",
    ),
    "a font from elsewhere": (
        f"const f = new FontFace('x', 'url({ELSEWHERE}x.woff)'); f.load().catch(() => {{}})",
        "font-src",
    ),
    "a form to elsewhere": (
        f"const f = document.createElement('form'); f.action = '{ELSEWHERE}'; document.body.append(f); f.submit()",
        "form-action",
    ),
    "styles in the page": (
        "const s = document.createElement('style'); s.textContent = 'body { display: none }'; document.head.append(s)",
        "style-src-elem",
    ),
    "styles in an attribute": ("document.body.setAttribute('style', 'display: none')", "style-src-attr"),
    "another root for addresses": (
        f"const b = document.createElement('base'); b.href = '{ELSEWHERE}'; document.head.append(b)",
        "base-uri",
    ),
}


STYLES = {"styles in the page", "styles in an attribute"}
PAGES = ("requirements/", "try-it/")
DIAGRAMS = "explanation/how-it-decides/"
"""Diagrams bring styles with them, so that a page that has some allows styles; nothing else."""
CASES = [
    *((address, attack) for address in PAGES for attack in ATTACKS),
    *((DIAGRAMS, attack) for attack in ATTACKS if attack not in STYLES),
]


@pytest.fixture
def held(browser: Browser, docs: str, address: str) -> Any:
    """A page of the docs that notes what its policy refuses."""
    page = browser.new_page()
    page.add_init_script(NOTED)
    page.goto(docs + address)
    yield page
    page.close()


def test_the_attacks_on_styles_are_among_them() -> None:
    assert set(ATTACKS) > STYLES


@pytest.mark.parametrize(("address", "attack"), CASES)
def test_it_is_refused(held: Page, attack: str) -> None:
    script, directive = ATTACKS[attack]
    # Later, for what is evaluated from outside at once may do what the page may not.
    held.evaluate(f"() => {{ setTimeout(() => {{ {script} }}) }}")
    held.wait_for_function("() => refused.length > 0")
    assert held.evaluate("refused") == [directive]
    assert held.evaluate("window.broken === undefined")
    assert held.locator("h1").is_visible()


ANSWER = "then(() => postMessage('broken'), () => postMessage('refused'))"
WORKERS: dict[str, str] = {
    "a request to elsewhere": f"fetch('{ELSEWHERE}').{ANSWER}",
    "a text that is run": "try { eval('1'); postMessage('broken') } catch { postMessage('refused') }",
    "a script from elsewhere": f"import('{ELSEWHERE}x.js').{ANSWER}",
}


@pytest.mark.parametrize("attack", WORKERS)
@pytest.mark.parametrize("address", [*PAGES, DIAGRAMS])
def test_a_worker_is_under_the_policy_of_the_page(held: Page, attack: str) -> None:
    """A worker is made from a blob, as the one with Python is: so it inherits the policy."""
    came = held.evaluate(
        """(script) => new Promise((resolve) => {
            const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
            const worker = new Worker(address, { type: "module" });
            worker.onmessage = (event) => resolve(event.data);
        })""",
        WORKERS[attack],
    )
    assert came == "refused"


def test_without_the_policy_the_same_would_do_harm(browser: Browser, docs: str) -> None:
    """So that the tests above see a difference that the policy makes."""
    page = browser.new_page(bypass_csp=True)
    page.goto(f"{docs}requirements/")
    page.evaluate(f"() => {{ {ATTACKS['a script in the page'][0]} }}")
    assert page.evaluate("window.broken") == 1
    page.close()


def test_python_runs_in_such_a_worker_and_not_in_the_page(page: Page, docs: str) -> None:
    page.goto(f"{docs}kit/vectors/")
    with page.expect_worker() as begun:
        page.get_by_role("button", name="Ask them all").click()
    assert begun.value.url.startswith("blob:")
    assert page.evaluate("typeof globalThis.loadPyodide") == "undefined"
