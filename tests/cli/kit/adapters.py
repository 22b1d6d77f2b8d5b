"""Commands that are line adapters, for tests that start them."""

from __future__ import annotations

import sys
from pathlib import Path

LAUNCH = "import sys; from dod_model.cli import main; sys.exit(main(sys.argv[1:]))"
MODEL = (sys.executable, "-c", LAUNCH, "kit", "serve")
"""The model, as a command."""

ALWAYS = """
import json, os, sys
open({started!r}, "a").write(f"{{os.getpid()}}\\n")
for line in sys.stdin:
    request = json.loads(line)
    if request["cmd"] == "hello":
        said = {{"kit": 1, "name": "always", "answers": ["outcome"]}}
    elif request["cmd"] == "bye":
        break
    else:
        said = {{"id": request["id"], **{answer!r}}}
    sys.stdout.write(json.dumps(said) + "\\n")
    sys.stdout.flush()
"""


def always(folder: Path, **answer: str) -> tuple[str, ...]:
    """A command that always gives this answer; it notes its number in the file ``started``."""
    code = ALWAYS.format(started=str(folder / "started"), answer=answer)
    return (sys.executable, "-S", "-I", "-c", code)
