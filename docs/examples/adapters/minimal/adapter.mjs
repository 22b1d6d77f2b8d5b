// A line adapter in thirty lines: a tool with three rules, which gives outcomes only.
import { createInterface } from "node:readline";

const HELLO = { kit: 1, name: "three-rules", version: "1", answers: ["outcome"] };

/** What the tool believes. A real one would be called here. */
function outcome(site, attempt) {
  const deployment = site.deployments.find((one) => one.name === attempt.deployment);
  const gateways = site.gateways ?? [];
  if (!deployment.internet || !gateways.some((one) => one.state === "running")) return "does-not-run";
  if (!gateways.some((one) => one.serves_content)) return "does-not-run";
  return deployment.option === "download-when-needed" ? "downloads-on-demand" : "downloads-before-start";
}

function answer(request) {
  if (request.cmd === "hello") return HELLO;
  if (request.attempt.place === "intranet") {
    return { id: request.id, skip: "this tool looks at clients on the internet only" };
  }
  return { id: request.id, outcome: outcome(request.site, request.attempt) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.cmd === "bye") break;
  process.stdout.write(JSON.stringify(answer(request)) + "\n");
}
