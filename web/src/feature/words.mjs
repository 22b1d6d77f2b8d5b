// @ts-check
// What came of a run, in words.

/** @typedef {import("./running.mjs").Came} Came */
/** @typedef {import("./running.mjs").Problem} Problem */
/** @typedef {import("./running.mjs").Step} Step */

/** @type {Record<string, string>} */
const COLOURS = { passed: "good", failed: "bad", undefined: "bad", skipped: "quiet" };

/** @param {string} came */
export const colour = (came) => COLOURS[came] ?? "quiet";

/** @param {string} came */
export const word = (came) => (came === "undefined" ? "no such step" : came);

/**
 * What came of a run, in one line: `12 of 14 passed, 2 failed, in your browser`, or why nothing ran.
 * @param {Came} came
 */
export function summary({ problem, doubts, counts: { passed, failed, skipped } }) {
  if (problem) return `Nothing ran. ${problem.line ? `Line ${problem.line}: ` : ""}${sentence(problem)}`;
  const others = Object.entries({ failed, skipped }).filter(([, count]) => count);
  const parts = [`${passed} of ${passed + failed + skipped} passed`, ...others.map(([name, count]) => `${count} ${name}`)];
  if (doubts.length) parts.push(doubts.length === 1 ? "1 doubt" : `${doubts.length} doubts`);
  return `${parts.join(", ")}, in your browser`;
}

/**
 * Green is only what passed and is not in doubt.
 * @param {Came} came
 * @returns {"" | "good" | "bad"}
 */
export function summaryColour({ problem, doubts, counts: { passed, failed } }) {
  if (problem || failed || !passed) return "bad";
  return doubts.length ? "" : "good";
}

/** @param {Problem} problem */
export const sentence = ({ message, hint }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.${hint ? ` ${hint}` : ""}`;

/**
 * Why a step failed, on a few lines.
 * @param {Step} step
 */
export const reason = ({ why, nearest }) =>
  [why, ...nearest.map(({ keyword, example, meaning }) => `${keyword} ${example} (${meaning})`)].join("\n");
