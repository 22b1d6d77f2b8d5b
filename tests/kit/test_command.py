import pytest

from dod_model.kit.command import words


@pytest.mark.parametrize(
    ("command", "posix", "expected"),
    [
        ("node ./adapter.js", True, ["node", "./adapter.js"]),
        ("'/opt/my tool/run' --fast", True, ["/opt/my tool/run", "--fast"]),
        ("'/opt/my tools/it' \"a b\" c\\ d", True, ["/opt/my tools/it", "a b", "c d"]),
        (r"'C:\Program Files\node.exe' " + '"a b"', False, [r"C:\Program Files\node.exe", "a b"]),
        (r'"C:\Program Files\node.exe" C:\kit\adapter.js', False, [r"C:\Program Files\node.exe", r"C:\kit\adapter.js"]),
    ],
)
def test_commands(command: str, posix: bool, expected: list[str]) -> None:
    assert words(command, posix=posix) == expected


@pytest.mark.parametrize("command", ["", "  ", "'open"])
def test_what_is_no_command(command: str) -> None:
    with pytest.raises(ValueError, match=r"empty|No closing quotation"):
        words(command)
