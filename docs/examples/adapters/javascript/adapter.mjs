#!/usr/bin/env node
/**
 * The line protocol: one JSON object on each line of standard input, one on each line of standard output.
 * Nothing is kept from one question to the next.
 */
import { assess } from "./assess.mjs";

const HELLO = { kit: 1, name: "dod-javascript", version: "1.0", answers: ["outcome", "violated", "unknowns"] };
const LINE_FEED = 10;

/** @returns {object | undefined} the answer to a request, if there is one to give */
function answer(request) {
  if (request?.cmd === "hello") return HELLO;
  const id = request?.id;
  if (id === undefined) return undefined; // nobody could tell what an answer answers
  if (request.cmd !== "assess") return { id, skip: `${request.cmd} is not answered here` };
  try {
    return { id, ...assess(request) };
  } catch (problem) {
    return { id, error: `${problem.name}: ${problem.message}` };
  }
}

/** The answer to a line that is no JSON, if its id can be made out. */
function complaint(line, problem) {
  const id = /"id"\s*:\s*(\d+)/.exec(line)?.[1];
  return id === undefined ? undefined : { id: Number(id), error: `${problem.name}: ${problem.message}` };
}

/** @returns {boolean} whether the conversation goes on */
function converse(line) {
  if (!line.trim()) return true;
  let reply;
  try {
    const request = JSON.parse(line);
    if (request?.cmd === "bye") return false;
    reply = answer(request);
  } catch (problem) {
    reply = complaint(line, problem);
  }
  if (reply) process.stdout.write(`${JSON.stringify(reply)}\n`);
  return true;
}

/** Lines of the input, which end with a line feed and nothing else: names may hold any other separator. */
async function* lines(input) {
  let begun = [];
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      begun.push(chunk.subarray(start, end));
      yield (begun.length === 1 ? begun[0] : Buffer.concat(begun)).toString("utf8");
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length) yield Buffer.concat(begun).toString("utf8");
}

process.stdout.on("error", () => process.exit(0)); // nobody reads any more
for await (const line of lines(process.stdin)) {
  if (!converse(line)) break;
}
