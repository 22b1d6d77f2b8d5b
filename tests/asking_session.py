"""A session of pytest that asks an adapter, for tests of the plugin."""

import sys

import pytest

MODEL = """
    import json, sys
    from dod_model import Attempt, Place, Site, Start, User, Wish, assess

    def answer(request):
        asked = request["attempt"]
        attempt = Attempt(
            asked["deployment"], asked["client"], asked["start"] and Start(asked["start"]), Place(asked["place"]),
            asked["user"] and User(asked["user"]),
        )
        found = assess(Site.model_validate(request["site"]), attempt, Wish(request["wish"]))
        return {"outcome": found.outcome.value, **{
            verdict: [one.id for one in found.findings if one.verdict.value == verdict]
            for verdict in ("violated", "undetermined")
        }}

    def of_lie(found, request):
        return found

    for line in sys.stdin:
        request = json.loads(line)
        if request["cmd"] == "bye":
            break
        if request["cmd"] == "hello":
            found = {"kit": 1, "name": "pupil", "version": "1", "answers": ANSWERS}
        else:
            found = {**LIE(answer(request), request), "id": request["id"]}
        print(json.dumps(found), flush=True)
    open("ended", "a").write("x")
"""
"""A line adapter that answers as the model does, but for what `LIE` makes of it."""

ALL = '["outcome", "violated", "unknowns"]'
ALONE = "boundaries/alone/install-permissions"


class Session:
    """A folder with an adapter, in which pytest is run."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester

    def run(self, *options: str, answers: str = ALL, lie: str = "lambda found, request: found") -> pytest.RunResult:
        """Run pytest on the vectors about install permissions, unless the options say otherwise."""
        adapter = f"ANSWERS = {answers}\nLIE = {lie}\n" + "\n".join(line[4:] for line in MODEL.splitlines())
        self.pytester.makefile(".py", adapter=adapter)
        command = f'"{sys.executable}" adapter.py'
        chosen = options or ("-k", ALONE)
        return self.pytester.runpytest_inprocess(
            "-p", "no:cacheprovider", "-rA", "--dod-adapter", command, "--dod-kinds", "boundaries", *chosen
        )


@pytest.fixture
def session(pytester: pytest.Pytester) -> Session:
    return Session(pytester)
