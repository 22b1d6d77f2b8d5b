// @ts-check
// What to ask of the site: the options of `dod check`.

import { h } from "../dom.mjs";

/** @typedef {Record<string, string>} Options by the name of the option; one that is left to the site has no entry */

/** @typedef {{ name: string, flag: string, label: string, values: [string, string][] }} Option */

/**
 * The selects.
 * @param {HTMLElement} parent
 * @param {Option[]} options
 * @param {() => void} onChange
 */
export function createOptions(parent, options, onChange) {
  /** @type {Map<string, HTMLSelectElement>} */
  const selects = new Map();
  for (const { name, label, values } of options) {
    const choices = values.map(([value, words]) => h("option", { value }, words));
    const select = /** @type {HTMLSelectElement} */ (h("select", { name, onchange: () => onChange() }, ...choices));
    selects.set(name, select);
    parent.append(h("label", { class: "try-option" }, h("span", {}, label), select));
  }
  return {
    /** @returns {Options} */
    get values() {
      return Object.fromEntries([...selects].map(([name, select]) => [name, select.value]).filter((pair) => pair[1]));
    },
    /** @param {Options} values what is not known is left as it is by default */
    set values(values) {
      for (const [name, select] of selects) {
        select.value = values[name] ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
    },
  };
}

/**
 * The options in the first line of an example, which is the command that checks it.
 * @param {string} text
 * @param {Option[]} options
 * @returns {Options}
 */
export function optionsIn(text, options) {
  const words = (/^# dod check \S+(.*)$/m.exec(text)?.[1] ?? "").trim().split(/\s+/);
  const found = options.map(({ name, flag }) => [name, words.includes(flag) ? (words[words.indexOf(flag) + 1] ?? "") : ""]);
  return Object.fromEntries(found.filter((pair) => pair[1]));
}
