// @ts-check
// What came of a feature that is being edited: a list beside the editor, and marks in it.

import { h } from "../dom.mjs";
import { colour, reason, sentence, word } from "./words.mjs";

/** @typedef {import("./running.mjs").Came} Came */
/** @typedef {import("./running.mjs").Problem} Problem */
/** @typedef {import("./running.mjs").Scenario} Scenario */
/** @typedef {import("./running.mjs").Step} Step */
/** @typedef {(line: number) => void} GoTo */

/** So many scenarios are listed; those that failed come first. */
const LISTED = 200;

/** @param {Step} step */
const isBad = ({ came }) => came === "failed" || came === "undefined";

/**
 * The lines of the editor on which something is wrong, each once.
 * @param {Came} came
 * @returns {{ line: number, message: string }[]}
 */
export function marks(came) {
  const found = new Map();
  /** @param {number} line @param {string} message */
  const mark = (line, message) => found.has(line) || found.set(line, { line, message });
  for (const one of came.problem ? [came.problem, ...came.doubts] : came.doubts) mark(one.line || 1, sentence(one));
  for (const { steps } of came.scenarios) {
    for (const step of steps.filter(isBad)) mark(step.line, reason(step));
  }
  return [...found.values()].sort((one, other) => one.line - other.line);
}

/**
 * The list.
 * @param {Came} came
 * @param {GoTo} goTo shows a line in the editor
 * @returns {Node[]}
 */
export function resultsOf({ problem, doubts, scenarios }, goTo) {
  const told = [problem, ...doubts].filter((one) => one !== null).map((one) => problemOf(one, goTo));
  const failed = scenarios.filter(({ came }) => came === "failed");
  const listed = [...failed, ...scenarios.filter(({ came }) => came !== "failed")].slice(0, LISTED);
  const rest = scenarios.length - listed.length;
  return [
    ...told,
    h("ul", { class: "dod-scenarios" }, ...listed.map((one) => h("li", {}, scenarioOf(one, goTo)))),
    ...(rest ? [h("p", {}, `${rest} more are not listed.`)] : []),
  ];
}

/**
 * @param {Problem} problem
 * @param {GoTo} goTo
 */
const problemOf = (problem, goTo) =>
  h("p", { class: "dod-problem" }, problem.line ? lineButton(problem.line, goTo) : "", " ", h("bdi", {}, sentence(problem)));

/**
 * @param {number} line
 * @param {GoTo} goTo
 */
const lineButton = (line, goTo) =>
  h("button", { type: "button", class: "dod-line", onclick: () => goTo(line) }, `line ${line}`);

/**
 * @param {Scenario} scenario
 * @param {GoTo} goTo
 */
function scenarioOf({ name, line, came, steps }, goTo) {
  const summary = h("summary", {}, badge(came), " ", h("bdi", {}, name));
  return h(
    "details",
    { open: came === "failed" },
    summary,
    h("p", {}, lineButton(line, goTo)),
    h("ol", { class: "dod-steps" }, ...steps.map((step) => stepOf(step, goTo))),
  );
}

/** @param {string} came */
const badge = (came) => h("span", { class: `dod-badge dod-${colour(came)}` }, word(came));

/**
 * @param {Step} step
 * @param {GoTo} goTo
 */
function stepOf(step, goTo) {
  const { keyword, text, came, line, why, nearest } = step;
  const bad = isBad(step);
  return h(
    "li",
    { class: `dod-${came}` },
    h("span", { class: "dod-keyword" }, keyword),
    " ",
    h(
      "div",
      {},
      h("bdi", {}, text),
      " ",
      came !== "passed" && badge(came),
      " ",
      bad && lineButton(line, goTo),
      bad && h("div", { class: "dod-why" }, h("bdi", {}, why)),
      nearest.length > 0 && h("ul", { class: "dod-nearest" }, ...nearest.map(nearOf)),
    ),
  );
}

/** @param {import("./running.mjs").Near} near */
const nearOf = ({ keyword, pattern, meaning, example }) =>
  h("li", {}, h("code", {}, `${keyword} ${pattern}`), ` ${meaning} For example: `, h("bdi", {}, `${keyword} ${example}`));
