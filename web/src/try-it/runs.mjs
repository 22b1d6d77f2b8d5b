// @ts-check
// The runs of an attempt: both deployment options side by side, and their numbers.

import { h } from "../dom.mjs";
import { moodOf } from "./findings.mjs";
import { sentence, textOf } from "./sentences.mjs";

/** @typedef {import("./sentences.mjs").Line} Line */
/** @typedef {import("./sentences.mjs").Section} Section */
/** @typedef {import("./sentences.mjs").GoTo} GoTo */
/** @typedef {{ pulled: number, in_advance: number, before_start: number, during: number }} Summary */
/** @typedef {{ option: string, headline: Line, sections: Section[], more: number, summary: Summary }} Played */
/** @typedef {{ heads: string[], rows: [string, string[]][] }} Numbers */
/** @typedef {{ headline: Line, played: Played[], numbers: Numbers | null, reservations: Section[], refused: string }} Runs */

/** The parts of what is pulled, in the order in which it comes. */
const SHARES = /** @type {const} */ ([
  ["in_advance", "in advance"],
  ["before_start", "before the start"],
  ["during", "while it runs"],
]);

/**
 * @param {Runs} runs
 * @param {GoTo} goTo
 */
export function runsOf({ played, numbers, reservations, refused }, goTo) {
  if (refused) return h("p", { class: "dod-open" }, refused);
  const most = Math.max(1, ...played.map((run) => run.summary.pulled));
  return h(
    "div",
    {},
    h("div", { class: "try-runs" }, ...played.map((run) => timeline(run, most, goTo))),
    numbers && numbersTable(numbers),
    ...reservations.map((section) => h("div", { class: "try-reservation" }, ...plain(section, goTo))),
  );
}

/**
 * @param {Played} run
 * @param {number} most what the run that pulls most comes to
 * @param {GoTo} goTo
 */
function timeline({ headline, sections, more, summary }, most, goTo) {
  const [option, ...ending] = textOf(headline).split(": ");
  return h(
    "section",
    { class: "try-run" },
    h("h3", {}, `${option?.slice(0, 1).toUpperCase()}${option?.slice(1)}`),
    h("p", { class: `try-ending ${moodOf(headline)}` }, ending.join(": ")),
    summary.pulled > 0 && bar(summary, most),
    ...sections.flatMap((section) => phase(section, goTo)),
    more > 0 && leftOut(more),
  );
}

/** @param {number} more */
function leftOut(more) {
  const lines = more === 1 ? "1 more line" : `${more.toLocaleString("en")} more lines`;
  return h("p", { class: "dod-quiet" }, `${lines}; `, h("code", {}, "dod run"), " shows all");
}

/**
 * What comes when, as lengths: the numbers beneath say the same.
 * @param {Summary} summary
 * @param {number} most
 */
function bar(summary, most) {
  const parts = SHARES.filter(([name]) => summary[name] > 0).map(([name, words]) => {
    const part = h("span", { class: `try-share try-share-${name}`, title: words }, h("span", {}, words));
    part.style.setProperty("--share", String(summary[name] / most));
    return part;
  });
  return h("div", { class: "try-bar", "aria-hidden": "true" }, ...parts);
}

/**
 * @param {Section} section
 * @param {GoTo} goTo
 */
function phase({ title, lines }, goTo) {
  const items = lines.map((line) => {
    const number = /^\d+\.$/.test(line.head);
    const depth = Math.max(0, Math.min(8, Math.floor((line.indent - 4) / 2)));
    const mark = line.head && h("span", { class: "try-head" }, `${line.head} `);
    const kind = number ? "try-step" : "try-event";
    return h("li", { class: `${kind} try-depth-${depth} ${moodOf(line)}` }, mark, sentence(line, goTo));
  });
  return [title && h("h4", { class: "try-title" }, title), h("ul", { class: "try-timeline" }, ...items)];
}

/**
 * @param {Section} section
 * @param {GoTo} goTo
 */
function plain({ title, lines }, goTo) {
  const told = lines.map((line) => h("li", { class: moodOf(line) }, sentence(line, goTo)));
  return [title && h("h4", { class: "try-title" }, title), h("ul", {}, ...told)];
}

/** @param {Numbers} numbers */
function numbersTable({ heads, rows }) {
  const head = h("tr", {}, h("th", { scope: "col" }, "In numbers"), ...heads.map((one) => h("th", { scope: "col" }, one)));
  const body = rows.map(([label, cells]) => {
    const depth = Math.min(2, Math.floor((label.length - label.trimStart().length) / 2));
    const name = h("th", { scope: "row", class: `try-depth-${depth}` }, h("bdi", {}, label.trim()));
    return h("tr", {}, name, ...cells.map((cell) => h("td", {}, cell)));
  });
  return h("div", { class: "try-table" }, h("table", { class: "try-numbers" }, h("thead", {}, head), h("tbody", {}, ...body)));
}
