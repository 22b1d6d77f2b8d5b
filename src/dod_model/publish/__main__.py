"""``python -m dod_model.publish FOLDER`` writes the pages."""

import sys
from pathlib import Path

from dod_model.publish import publish


def main(words: list[str]) -> int:
    """Write the pages into the folder that is named; return the exit code."""
    if len(words) != 1:
        sys.stderr.write("usage: python -m dod_model.publish FOLDER\n")
        return 2
    publish(Path(words[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
