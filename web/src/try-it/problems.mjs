// @ts-check
// What is wrong with a text: marks in the editor, and a list that leads to the lines.

import { h } from "../dom.mjs";

/** @typedef {import("./verdict.mjs").Problem} Problem */

/** @param {Problem} problem */
const told = ({ path, message, hint }) => `${path ? `${path}: ` : ""}${message.replace(/\.$/, "")}. ${hint}`.trim();

/**
 * The marks of an editor.
 * @param {Problem[]} problems
 */
export const marks = (problems) =>
  problems.filter(({ line }) => line > 0).map((problem) => ({ line: problem.line, message: told(problem) }));

/**
 * @param {Problem[]} problems
 * @param {(line: number) => void} goTo
 */
export function problemList(problems, goTo) {
  const items = problems.map(({ line, path, message, hint }) =>
    h(
      "li",
      {},
      line > 0 && h("button", { type: "button", class: "try-line", onclick: () => goTo(line) }, `Line ${line}`),
      path && h("code", {}, h("bdi", {}, path)),
      h("span", {}, h("bdi", {}, message)),
      hint && h("span", { class: "try-way dod-quiet" }, h("bdi", {}, hint)),
    ),
  );
  return h("ul", { class: "try-problems" }, ...items);
}
