"""A folder behind an address of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from threading import Thread

KINDS = {".mjs": "text/javascript", ".wasm": "application/wasm"}
"""What not every machine knows, and every host does."""


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder below a path, with the kinds that hosts of plain files give them."""

    below = ""

    def guess_type(self, path: str | PathLike[str]) -> str:
        return KINDS.get(Path(path).suffix) or super().guess_type(path)

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{self.below}/"):
            return "/there is no such file"
        return super().translate_path(path.removeprefix(self.below))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
        """Say nothing."""


@contextmanager
def serving(folder: Path, below: str = "") -> Iterator[str]:
    """Serve a folder; the address ends in a slash."""
    handler = type("Handler", (Quiet,), {"below": below})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}/"
        finally:
            server.shutdown()
            thread.join()
