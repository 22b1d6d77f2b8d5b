"""A line adapter that answers at once and always the same: what is left is the protocol and the runner."""

import os
import sys

HELLO = b'{"kit":1,"name":"trivial","version":"","answers":["outcome","violated"]}\n'
ANSWER = b'{"id":%s,"outcome":"does-not-run","violated":[],"undetermined":[]}\n'
AT = len(b'{"cmd":"assess","id":')


def main() -> None:
    """Answer until the input ends."""
    waiting = b""
    while chunk := os.read(sys.stdin.fileno(), 2**20):
        *lines, waiting = (waiting + chunk).split(b"\n")
        sys.stdout.buffer.write(b"".join(map(_answer, lines)))
        sys.stdout.buffer.flush()


def _answer(line: bytes) -> bytes:
    if line.startswith(b'{"cmd":"assess"'):
        return ANSWER % line[AT : line.index(b",", AT)]
    return HELLO if line.startswith(b'{"cmd":"hello"') else b""


if __name__ == "__main__":
    main()
