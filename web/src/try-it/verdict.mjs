// @ts-check
// The verdict: what becomes of each attempt, why, and what to do.

import { h } from "../dom.mjs";
import { briefList, byRequirement, findingCard, moodOf } from "./findings.mjs";
import { sentence, textOf } from "./sentences.mjs";

/** @typedef {import("./findings.mjs").Group} Group */
/** @typedef {import("./sentences.mjs").Line} Line */
/** @typedef {import("./sentences.mjs").Section} Section */
/** @typedef {import("./sentences.mjs").GoTo} GoTo */
/** @typedef {{ code: string, line: number, path: string, message: string, hint: string }} Problem */
/**
 * @typedef {object} Answer
 * @property {Problem[]} problems
 * @property {string} wish
 * @property {string} closing
 * @property {boolean | null} reached
 * @property {Group[]} groups
 * @property {number} more
 * @property {import("./runs.mjs").Runs[]} runs
 * @property {string[]} assumed
 */

const SIGNS = { good: "✓", bad: "✗", open: "?" };
const IN_FULL = new Set(["Unmet", "Advice"]);
const IN_BRIEF = new Set(["Met", "Not applicable", "Not known", "Advice, not known"]);
const ORDER = ["", "Unmet", "Advice", "Find out first", "Plan", "Then do", "No plan"];

/**
 * The outcome in a few words, for those who hear it.
 * @param {Answer} answer
 */
export function announced({ groups, closing }) {
  const [only] = groups;
  return groups.length === 1 && only ? `${textOf(only.headline)}: ${textOf(only.outcome)}` : closing;
}

/**
 * All of the verdict.
 * @param {Answer} answer
 * @param {GoTo} goTo
 */
export function verdict(answer, goTo) {
  const { groups, closing, more, assumed } = answer;
  const single = groups.length === 1;
  const firstOpen = groups.findIndex((group) => group.assessment.reached !== true);
  return h(
    "div",
    { class: "try-answer" },
    !single && h("p", { class: "try-closing" }, closing),
    ...groups.map((group, index) => attempt(group, single || index === Math.max(0, firstOpen), single, goTo)),
    more > 0 && h("p", { class: "dod-quiet" }, `${more.toLocaleString("en")} more attempts are not shown here.`),
    single && h("p", { class: "try-closing" }, closing),
    folded("Assumed, not checked", h("ul", {}, ...assumed.map((one) => h("li", {}, one))), assumed.length),
  );
}

/**
 * @param {Group} group
 * @param {boolean} open
 * @param {boolean} single
 * @param {GoTo} goTo
 */
function attempt(group, open, single, goTo) {
  const mood = /** @type {keyof typeof SIGNS} */ (group.outcome.mood);
  const outcome = h(
    "h3",
    { class: `try-outcome ${moodOf(group.outcome)}` },
    h("span", { class: "try-sign", "aria-hidden": "true" }, SIGNS[mood] ?? ""),
    h("span", {}, textOf(group.outcome)),
  );
  const whose = h("p", { class: "try-whose" }, sentence(group.headline, goTo));
  const parts = [...group.sections].sort((one, other) => rank(one) - rank(other)).map((one) => part(one, group, goTo));
  if (single) return h("section", { class: `try-attempt try-${mood}` }, outcome, whose, everyClient(group), ...parts);
  const name = h("span", { class: "try-whose" }, textOf(group.headline));
  const summary = h("summary", {}, outcome, name);
  return h("details", { class: `try-attempt try-${mood}`, open }, summary, whose, everyClient(group), ...parts);
}

/** @param {Section} section */
const rank = ({ title }) => (ORDER.includes(title) ? ORDER.indexOf(title) : IN_BRIEF.has(title) ? 99 : ORDER.length);

/**
 * The names that the headline only counts.
 * @param {Group} group
 */
function everyClient({ clients }) {
  if (clients.length <= 5) return null;
  const names = clients.map((name) => h("li", {}, h("bdi", {}, name)));
  return folded("All clients that fare alike", h("ul", { class: "try-clients" }, ...names), clients.length);
}

/**
 * @param {Section} section
 * @param {Group} group
 * @param {GoTo} goTo
 */
function part({ title, lines }, group, goTo) {
  if (IN_FULL.has(title)) {
    const mood = title === "Unmet" ? "bad" : "open";
    const cards = byRequirement(lines).map((one) => findingCard(one, group, mood, goTo));
    return h("section", {}, h("h4", { class: "try-title" }, title), ...cards);
  }
  if (IN_BRIEF.has(title)) {
    const told = byRequirement(lines);
    const full = title === "Not known";
    const body = full
      ? h("div", {}, ...told.map((one) => findingCard(one, group, "open", goTo)))
      : briefList(lines, goTo);
    return folded(title, body, told.length);
  }
  return h("section", { class: "try-plan" }, title && h("h4", { class: "try-title" }, title), steps(lines, goTo));
}

/**
 * Lines of which some begin an item, with a number or a dash, and the others tell more of it.
 * @param {Line[]} lines
 * @param {GoTo} goTo
 */
function steps(lines, goTo) {
  const numbered = lines.some((line) => /^\d+\.$/.test(line.head));
  const list = h(numbered ? "ol" : "ul", { class: numbered ? "try-steps" : "try-facts" });
  for (const line of lines) {
    const begins = /^(?:\d+\.|-)$/.test(line.head) || !list.lastElementChild;
    const words = sentence(line, goTo);
    if (begins) {
      list.append(h("li", {}, words));
      continue;
    }
    const head = line.head ? h("span", { class: "dod-quiet" }, `${line.head} `) : null;
    list.lastElementChild?.append(h("span", { class: `try-way ${moodOf(line)}` }, head, words));
  }
  return list;
}

/**
 * @param {string} title
 * @param {HTMLElement} body
 * @param {number} count
 */
function folded(title, body, count) {
  return h("details", { class: "try-folded" }, h("summary", {}, `${title} (${count.toLocaleString("en")})`), body);
}
