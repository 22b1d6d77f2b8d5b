"""A first try at a line adapter: it answers in words of its own, which the kit does not know."""

import json
import sys

for line in sys.stdin:
    request = json.loads(line)
    if request["cmd"] == "hello":
        print(json.dumps({"kit": 1, "name": "first-try", "version": "1", "answers": ["outcome"]}), flush=True)
    elif request["cmd"] == "assess":
        serves = any(gateway.get("serves_content") for gateway in request["site"]["gateways"])
        print(json.dumps({"id": request["id"], "outcome": "ok" if serves else "blocked"}), flush=True)
