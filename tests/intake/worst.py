"""Run by itself: reads one of the worst inputs with one gigabyte of address space.

Prints the code of the first problem, how many there are, and the seconds of the processor that it took.

Usage: python worst.py FORMAT NAME [pure]
"""

import json
import resource
import sys
import time
from collections.abc import Callable

from dod_model.errors import InputError
from dod_model.intake import parse_site
from dod_model.intake.limits import JSON_BYTES, JSON_VALUES, YAML_BYTES, YAML_VALUES
from dod_model.intake.reading import Format

V = JSON_VALUES - 20


def filled(size: int, unit: str, head: str = "", tail: str = "") -> str:
    """Text of a size, to the byte or nearly so."""
    room = size - len((head + tail).encode())
    return head + unit * (room // len(unit.encode())) + tail


def of_yaml(unit: str, head: str = "", tail: str = "") -> Callable[[], str]:
    return lambda: filled(YAML_BYTES, unit, head, tail)


def of_json(unit: str, head: str = "", tail: str = "") -> Callable[[], str]:
    return lambda: filled(JSON_BYTES, unit, head, tail)


def listed(unit: str, head: str, count: int, tail: str = "]}") -> Callable[[], str]:
    return lambda: head + ",".join([unit] * count) + tail


def calling(count: int) -> str:
    """Task sequences of which each runs the first and the next: as many rings as there are."""

    def steps(index: int) -> str:
        step = '{{"name":"a","kind":"run-task-sequence","task_sequence":"s{}"}}'
        return f"[{step.format(0)},{step.format(index + 1)}]"

    return '{"task_sequences":[' + ",".join(f'{{"name":"s{i}","steps":{steps(i)}}}' for i in range(count)) + "]}"


def look_alikes(names: int, members: int) -> str:
    """Names that are like many others, and as many that are like them but not among them."""
    known = [{"name": "".join("ab"[number >> bit & 1] for bit in range(13)) * 4} for number in range(names)]
    wanted = ["".join("ab"[number >> bit & 1] for bit in range(12)) * 5 for number in range(members)]
    return json.dumps({"clients": known, "collections": [{"name": "x", "members": wanted}]}, separators=(",", ":"))


def grouped(count: int) -> str:
    """Groups as deep as they may be, the innermost with as many wrong steps as there is room for."""
    head = '{"name":"g","kind":"group","steps":['
    steps = ",".join(['{"kind":"group","steps":[],"packages":["x"]}'] * count)
    return f'{{"packages":[],"task_sequences":[{{"name":"t","steps":[{head * 24}{steps}{"]}" * 24}]}}]}}'


INPUTS: dict[Format, dict[str, Callable[[], str]]] = {
    "yaml": {
        "dashes": of_yaml("- "),
        "questions": of_yaml("? "),
        "opened lists": of_yaml("["),
        "groups": of_yaml("{a: b},", "[", "]"),
        "indented": lambda: "".join(" " * depth + "a:\n" for depth in range(1400)),
        "comments": of_yaml("#\n"),
        "lines of words": of_yaml("a\n"),
        "directives": of_yaml("%A\n"),
        "digits": of_yaml("9", "release: "),
        "exponent": lambda: "release: 1e999999",
        "names": lambda: "".join(f"k{number}: 0\n" for number in range(90_000)),
        "aliases": of_yaml("*a,", "a: &a x\nb: [", "]"),
        "tags": of_yaml("- !!x b\n"),
        "documents": of_yaml("---\n"),
        "long text by aliases": lambda: (
            f"a: &a {'x' * 1_000_000}\nclients: []\ncollections: [{{name: x, members: [{'*a, ' * 199}]}}]"
        ),
        "bomb": lambda: (
            "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"a{n + 1}: &a{n + 1} [{','.join([f'*a{n}'] * 9)}]\n" for n in range(20))
        ),
        "bare deployments": lambda: "deployments:\n" + "- {}\n" * (YAML_VALUES - 2),
        "rings": lambda: calling(7_000).replace(",", ", ").replace(":", ": "),
        "groups inside groups": lambda: '{"steps":[' * 10_000,
        "wrong steps in groups": lambda: grouped(YAML_BYTES // 60).replace('":', '": '),
        "look-alikes": lambda: look_alikes(3_000, 11_000).replace('":', '": '),
    },
    "json": {
        "opened lists": of_json("["),
        "lists": of_json("[],", "[", "[]]"),
        "blanks": of_json(" ", tail='{"a":1}'),
        "lines": of_json("\n", tail='{"a":1}'),
        "long wide text": of_json("a", '{"clients":[{"name":"\U0001f600', '"}]}'),
        "long wide text with escapes": of_json("\\n😀", '{"clients":[{"name":"', '"}]}'),
        "long name": of_json("k", '{"', '":1}'),
        "escapes": of_json("\\u0041", '{"release":"', '"}'),
        "quotes": of_json('\\"', '{"release":"', '"}'),
        "digits": of_json("9", '{"release":', "}"),
        "bare deployments": listed("{}", '{"deployments":[', V // 2),
        "one name": listed('"a":0', "{", V, "}"),
        "names": lambda: "{" + ",".join(f'"k{number}":0' for number in range(V)) + "}",
        "look-alikes": lambda: look_alikes(4_990, V - 20_000),
        "long dangling names": lambda: json.dumps(
            {"clients": [], "collections": [{"name": "x", "members": [f"{n:06}" * 40 for n in range(V)]}]}
        ),
        "rings": lambda: calling(V // 12),
        "groups inside groups": lambda: '{"steps":[' * 10_000 + "]}" * 10_000,
        "wrong steps in groups": lambda: grouped(V // 8),
        "other branch": lambda: json.dumps(
            {"release": 1910, "clients": [{"name": f"a{n}", "release": "TP 1909"} for n in range(V // 3)]}
        ),
    },
}


def main(form: Format, name: str, *part: str) -> None:
    if part:
        import yaml

        del yaml.CSafeLoader
    raw = INPUTS[form][name]().encode()
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    start = time.process_time()
    try:
        parse_site(raw, name="site", format=form)
    except InputError as error:
        print("refused:", error.problems[0].code, len(error.problems), time.process_time() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])  # type: ignore[arg-type]
