// @ts-check
// The rows of the form: a label, what it means, and something to fill in.

import { h } from "../dom.mjs";
import { key } from "./form.mjs";
import { stateOf, typedValue } from "./form-values.mjs";
import { labelled } from "./sentences.mjs";

/** @typedef {import("./form.mjs").FormField} FormField */
/** @typedef {import("./form.mjs").Way} Way */
/** @typedef {import("./form-values.mjs").Place} Place */

const UNKNOWN = "unknown";
const NONE = "none";
const GIVEN = "given";

/**
 * A field of a group.
 * @param {FormField} field
 * @param {Place} place
 * @param {Way} way
 * @returns {HTMLElement}
 */
export function rowOf(field, place, way) {
  const value = way.value(place);
  const state = stateOf(field, value);
  const id = `try-field-${key(place).replaceAll(/[^A-Za-z0-9_]/g, "-")}`;
  const about = field.about && h("p", { class: "try-about", id: `${id}-about` }, ...labelled(field.about));
  const label = h("label", { for: id }, field.label, field.required && h("span", { class: "dod-quiet" }, " (required)"));
  const known = { id, "data-place": key(place), "aria-describedby": field.about && `${id}-about` };
  if (state === "strange") return h("div", { class: "try-row" }, label, strange(known, place, way), about);
  if (field.kind === "group" || field.kind === "list") {
    const chosen = h("div", { class: "try-row" }, label, presence(field, known, state, place, way), about);
    return state === "fits" ? h("div", {}, chosen, contents(field, place, way)) : chosen;
  }
  return h("div", { class: "try-row" }, label, control(field, known, value, place, way), about);
}

/**
 * @param {Record<string, unknown>} known
 * @param {Place} place
 * @param {Way} way
 */
function strange(known, place, way) {
  const leaveOut = () => way.set(place, undefined, true);
  const words = "What the text says here does not fit; mend it there, or ";
  return h("span", { class: "dod-open" }, words, h("button", { type: "button", ...known, onclick: leaveOut }, "leave it out"));
}

/**
 * @param {Record<string, unknown>} attributes
 * @param {[string, string][]} choices
 * @param {string} chosen
 * @param {(value: string) => void} onChoice
 */
function choose(attributes, choices, chosen, onChoice) {
  const select = h("select", attributes, ...choices.map(([value, words]) => h("option", { value }, words)));
  const element = /** @type {HTMLSelectElement} */ (select);
  element.value = chosen;
  element.addEventListener("change", () => onChoice(element.value));
  return element;
}

/**
 * A value that is chosen or typed.
 * @param {FormField} field
 * @param {Record<string, unknown>} known
 * @param {any} value
 * @param {Place} place
 * @param {Way} way
 */
function control(field, known, value, place, way) {
  if (field.kind === "yes-no" || field.kind === "choice") {
    const words = field.kind === "yes-no" ? ["yes", "no"] : field.choices;
    const choices = [...(field.required ? [] : [UNKNOWN]), ...words.map((one) => `=${one}`)];
    const shown = value === undefined ? UNKNOWN : `=${typeof value === "boolean" ? (value ? "yes" : "no") : value}`;
    return choose(known, choices.map((one) => [one, one.replace("=", "")]), shown, (chosen) => {
      const word = chosen.slice(1);
      way.set(place, chosen === UNKNOWN ? undefined : field.kind === "yes-no" ? word === "yes" : word, false);
    });
  }
  const placeholder = value === null ? NONE : field.required ? "" : UNKNOWN;
  const inputmode = field.kind === "number" ? "numeric" : "text";
  const input = /** @type {HTMLInputElement} */ (h("input", { type: "text", inputmode, placeholder, ...known }));
  input.value = value === undefined || value === null ? "" : String(value);
  input.addEventListener("input", () => {
    const left = input.value === "" && !field.required;
    if (none) none.checked = false;
    input.placeholder = field.required ? "" : UNKNOWN;
    way.set(place, left ? undefined : typedValue(field.kind, input.value), false);
  });
  const none = field.none ? noneBox(input, value === null, place, way) : undefined;
  return none ? h("span", { class: "try-either" }, input, h("label", {}, none, NONE)) : input;
}

/**
 * @param {HTMLInputElement} input
 * @param {boolean} checked
 * @param {Place} place
 * @param {Way} way
 */
function noneBox(input, checked, place, way) {
  const box = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox" }));
  box.checked = checked;
  box.addEventListener("change", () => {
    input.value = "";
    input.placeholder = box.checked ? NONE : UNKNOWN;
    way.set(place, box.checked ? null : undefined, false);
  });
  return box;
}

/**
 * Whether a group or a list is described at all.
 * @param {FormField} field
 * @param {Record<string, unknown>} known
 * @param {import("./form-values.mjs").State} state
 * @param {Place} place
 * @param {Way} way
 */
function presence(field, known, state, place, way) {
  const list = field.kind === "list";
  /** @type {[string, string][]} */
  const choices = [[GIVEN, list ? "a list" : "described"]];
  if (!field.required) choices.unshift([UNKNOWN, UNKNOWN]);
  if (field.none) choices.push([NONE, NONE]);
  const chosen = state === "fits" ? GIVEN : state;
  return choose(known, choices, chosen, (choice) => {
    way.opened(place, choice === GIVEN);
    way.set(place, choice === UNKNOWN ? undefined : choice === NONE ? null : list ? [] : {}, true);
  });
}

/**
 * What is in a group or a list; it is made when it is opened.
 * @param {FormField} field
 * @param {Place} place
 * @param {Way} way
 */
function contents(field, place, way) {
  if (field.kind === "group") return folded("Its fields", place, way, () => way.inside(field.group, place));
  const items = /** @type {unknown[]} */ (way.value(place));
  const title = items.length === 1 ? "1 item" : `${items.length} items`;
  return folded(items.length ? title : "Empty: there are none", place, way, () => [
    ...items.map((item, index) => itemOf(/** @type {FormField} */ (field.item), item, [...place, index], way)),
    h("button", { type: "button", class: "try-add", onclick: () => way.add(place, field) }, `Add to ${field.label.toLowerCase()}`),
  ]);
}

/**
 * @param {string} title
 * @param {Place} place
 * @param {Way} way
 * @param {() => HTMLElement[]} inside
 * @param {HTMLElement} [beside]
 */
function folded(title, place, way, inside, beside) {
  const box = h("div", { class: "try-inside" });
  const fold = h("details", { class: "try-group" }, h("summary", { "data-place": `${key(place)}/` }, h("bdi", {}, title)), box);
  const fill = () => {
    if (!box.childElementCount) box.append(...inside(), ...(beside ? [beside] : []));
  };
  fold.addEventListener("toggle", () => {
    way.opened(place, fold.hasAttribute("open"));
    fill();
  });
  if (way.isOpen(place)) {
    fold.setAttribute("open", "");
    fill();
  }
  return fold;
}

/**
 * @param {FormField} field
 * @param {unknown} item
 * @param {Place} place
 * @param {Way} way
 */
function itemOf(field, item, place, way) {
  const number = Number(place[place.length - 1]) + 1;
  const remove = h("button", { type: "button", class: "try-remove", onclick: () => way.set(place, undefined, true) }, "Remove");
  if (field.kind === "group" && stateOf(field, item) === "fits") {
    const { name, package: held, subject } = /** @type {Record<string, unknown>} */ (item);
    const title = String(name ?? held ?? subject ?? number);
    return folded(title, place, way, () => way.inside(field.group, place), remove);
  }
  const row = rowOf({ ...field, label: String(number) }, place, way);
  return h("div", { class: "try-item" }, row, remove);
}

/**
 * A name for something new, which nothing beside it has.
 * @param {FormField} field the list that it comes into
 * @param {any[]} items what is in it
 */
export function itemName(field, items) {
  const kind = field.label.replace(/ies$/, "y").replace(/s$/, "");
  const taken = new Set(items.map((item) => item?.name ?? item));
  let number = items.length + 1;
  while (taken.has(`${kind} ${number}`)) number += 1;
  return `${kind} ${number}`;
}
