"""What goes wrong in a page, noted as it happens."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request, Response


class Watched:
    """Notes errors on the console, exceptions, requests that fail and requests to other hosts.

    Attributes:
        amiss: what went wrong, in words.
        asked: every address that was asked for.
    """

    def __init__(self, page: Page, docs: str) -> None:
        self.amiss: list[str] = []
        self.asked: list[str] = []
        self._host = docs.split("/")[2]
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.amiss.append(f"exception: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        page.on("request", self._requested)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            place = f"{message.location['url']}:{message.location['lineNumber']}"
            self.amiss.append(f"{message.type}: {message.text} at {place}")

    def _failed(self, request: Request) -> None:
        if request.failure == "net::ERR_ABORTED":  # the page was left before it came; a refused one says otherwise
            return
        self.amiss.append(f"failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.amiss.append(f"{response.status}: {response.url}")

    def _requested(self, request: Request) -> None:
        self.asked.append(request.url)
        if request.url.split("/")[2:3] != [self._host] and not request.url.startswith(("data:", "blob:")):
            self.amiss.append(f"another host: {request.url}")
