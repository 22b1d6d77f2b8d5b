"""A line adapter in thirty lines: a tool with three rules, which gives outcomes only."""

import json
import sys

HELLO = {"kit": 1, "name": "three-rules", "version": "1", "answers": ["outcome"]}


def outcome(site, attempt):
    """What the tool believes. A real one would be called here."""
    deployment = next(one for one in site["deployments"] if one["name"] == attempt["deployment"])
    gateways = site.get("gateways", [])
    if not deployment.get("internet") or not any(one.get("state") == "running" for one in gateways):
        return "does-not-run"
    if not any(one.get("serves_content") for one in gateways):
        return "does-not-run"
    return "downloads-on-demand" if deployment.get("option") == "download-when-needed" else "downloads-before-start"


for line in sys.stdin:
    request = json.loads(line)
    if request["cmd"] == "bye":
        break
    if request["cmd"] == "hello":
        answer = HELLO
    elif request["attempt"]["place"] == "intranet":
        answer = {"id": request["id"], "skip": "this tool looks at clients on the internet only"}
    else:
        answer = {"id": request["id"], "outcome": outcome(request["site"], request["attempt"])}
    print(json.dumps(answer), flush=True)
