// @ts-check
// What is not as the documents want it: a card for each requirement.

import { h } from "../dom.mjs";
import { MOODS, labelled, sentence, textOf } from "./sentences.mjs";

/** @typedef {import("./sentences.mjs").Line} Line */
/** @typedef {import("./sentences.mjs").GoTo} GoTo */
/** @typedef {{ text: string, url: string, statement: string }} Cited */
/** @typedef {{ action: string, console: string, cmdlet: string }} Remedy */
/** @typedef {{ requirement: string, contested: boolean, contradictions: string[] }} Finding */
/**
 * @typedef {object} Group
 * @property {Line} headline
 * @property {Line} outcome
 * @property {string[]} clients
 * @property {import("./sentences.mjs").Section[]} sections
 * @property {{ reached: boolean | null, findings: Finding[] }} assessment
 * @property {Record<string, Remedy[]>} remedies
 * @property {Record<string, Cited[]>} passages
 */

/**
 * Lines by the requirement that they are about: an id begins each.
 * @param {Line[]} lines
 * @returns {{ id: string, lines: Line[] }[]}
 */
export function byRequirement(lines) {
  /** @type {{ id: string, lines: Line[] }[]} */
  const found = [];
  for (const line of lines) {
    if (line.mood === "strong" || !found.length) found.push({ id: textOf(line), lines: [] });
    else found[found.length - 1]?.lines.push(line);
  }
  return found;
}

/** @param {string} id */
export const requirementLink = (id) => h("a", { class: "try-id", href: `../requirements/${id}/` }, id);

/**
 * A card that tells all about a finding.
 * @param {{ id: string, lines: Line[] }} told
 * @param {Group} group
 * @param {"bad" | "open"} mood
 * @param {GoTo} goTo
 */
export function findingCard({ id, lines }, group, mood, goTo) {
  const finding = group.assessment.findings.find((one) => one.requirement === id);
  const of = (/** @type {string} */ label) => lines.filter((line) => line.head === label);
  return h(
    "article",
    { class: `try-finding try-${mood}`, "data-requirement": id },
    h("h4", {}, ...of("wanted").map((line) => sentence(line, goTo))),
    h("p", { class: "try-finding-id" }, requirementLink(id)),
    h(
      "dl",
      {},
      ...row("Found", foundList(of("found"), goTo)),
      ...row("Says", citedList(group.passages[id] ?? [])),
      ...row("Inferred", paragraphs(of("inferred"), goTo)),
      ...row("Disputed", disputes(of("disputed"), finding?.contradictions ?? [], goTo)),
      ...row("Remedy", remedies(group.remedies[id] ?? [])),
    ),
  );
}

/**
 * @param {string} label
 * @param {Node | null} told
 */
const row = (label, told) => (told ? [h("dt", {}, label), h("dd", {}, told)] : []);

/**
 * Facts, each with what it rests on.
 * @param {Line[]} lines
 * @param {GoTo} goTo
 */
function foundList(lines, goTo) {
  if (!lines.length) return null;
  const list = h("ul", { class: "try-found" });
  /** @type {HTMLElement | undefined} */
  let details;
  for (const line of lines) {
    const [first, ...rest] = line.pieces;
    if (first?.text.startsWith("- ") && list.lastElementChild) {
      details ??= list.lastElementChild.appendChild(h("ul", {}));
      const without = { ...line, pieces: [{ ...first, text: first.text.slice(2) }, ...rest] };
      details.append(h("li", {}, sentence(without, goTo)));
    } else {
      details = undefined;
      list.append(h("li", {}, sentence(line, goTo)));
    }
  }
  return list;
}

/** @param {Cited[]} cited */
function citedList(cited) {
  if (!cited.length) return null;
  const items = cited.map(({ text, url }) => h("li", {}, h("a", { href: url, rel: "noreferrer" }, text)));
  const shown = items.slice(0, 2);
  const list = h("ul", { class: "try-cited" }, ...shown);
  if (items.length === shown.length) return list;
  const more = items.slice(2);
  return h(
    "div",
    {},
    list,
    h("details", { class: "try-more" }, h("summary", {}, `${more.length} more`), h("ul", { class: "try-cited" }, ...more)),
  );
}

/**
 * @param {Line[]} lines
 * @param {GoTo} goTo
 */
function paragraphs(lines, goTo) {
  return lines.length ? h("div", {}, ...lines.map((line) => h("p", {}, sentence(line, goTo)))) : null;
}

/**
 * @param {Line[]} lines
 * @param {string[]} ids of the contradictions, one for each line
 * @param {GoTo} goTo
 */
function disputes(lines, ids, goTo) {
  if (!lines.length) return null;
  const told = lines.map((line, index) => {
    const id = ids[index] ?? "";
    const link = h("a", { href: `../documents/contradictions/#${id.toLowerCase()}` }, `See ${id}`);
    return h("p", {}, sentence(line, goTo), " ", id && link);
  });
  return h("div", {}, ...told);
}

/** @param {Remedy[]} found */
function remedies(found) {
  if (!found.length) return null;
  const items = found.map(({ action, console, cmdlet }) =>
    h(
      "li",
      {},
      h("span", {}, ...labelled(action)),
      console && h("span", { class: "try-way dod-quiet" }, console),
      cmdlet && h("span", { class: "try-way" }, "PowerShell: ", h("code", {}, cmdlet)),
    ),
  );
  return h("ul", { class: "try-remedies" }, ...items);
}

/**
 * Requirements in short: id and statement, or why they are not asked.
 * @param {Line[]} lines
 * @param {GoTo} goTo
 */
export function briefList(lines, goTo) {
  const items = byRequirement(lines).map(({ id, lines: told }) =>
    h("li", {}, requirementLink(id), ...told.map((line) => h("span", { class: "try-way" }, sentence(line, goTo)))),
  );
  return h("ul", { class: "try-brief" }, ...items);
}

/** @param {Line} line */
export const moodOf = (line) => MOODS[line.mood] ?? "";
