// @ts-check
// Selects over a list of rows. What they offer is read from the rows; what is chosen is kept in the address.

import { h } from "./dom.mjs";

/**
 * What a row says of one filter: its values, each with a note for readers or none.
 * @typedef {Map<string, string>} Values
 * @typedef {{ name: string, label: string, select: HTMLSelectElement }} Filter
 * @typedef {{ element: HTMLElement, values: Map<string, Values>, note: HTMLElement }} Row
 */

const BETWEEN = "|";
const ALL = "";

/**
 * Put selects before the rows that the element names.
 *
 * `data-rows` is a selector; `data-filters` has `name:Label` pairs; a row has its values in `data-NAME`, each perhaps with
 * a note behind `=`; `data-NAME-order` gives the order of values where that of the rows is not enough.
 * @param {HTMLElement} element
 */
export function mount(element) {
  const { rows: selector = "", noun = "rows", filters: told = "" } = element.dataset;
  const names = told.split(BETWEEN).map((pair) => pair.split(":"));
  const rows = [...document.querySelectorAll(selector)].map((row) =>
    rowOf(/** @type {HTMLElement} */ (row), names.map(([name]) => name)),
  );
  const filters = names.map(([name, label]) => filterOf(element, name, label ?? name, rows));
  const count = h("p", { class: "dod-filter-count", role: "status", "aria-live": "polite" });
  const reset = h("button", { type: "button", class: "md-button dod-filter-reset" }, "Show all");
  const show = () => {
    const shown = rows.filter((row) => showRow(row, filters)).length;
    count.textContent = `${shown} of ${rows.length} ${noun} shown`;
    reset.hidden = filters.every(({ select }) => select.value === ALL);
    hideEmptyHeadings(rows);
  };
  const changed = () => {
    show();
    write(filters);
  };
  for (const { select } of filters) select.addEventListener("change", changed);
  reset.addEventListener("click", () => {
    for (const { select } of filters) select.value = ALL;
    changed();
    filters[0]?.select.focus();
  });
  const follow = () => {
    read(filters);
    show();
  };
  window.addEventListener("popstate", follow);
  element.replaceChildren(
    ...filters.map(({ label, select }) => h("label", {}, h("span", {}, label), select)),
    reset,
    count,
  );
  follow();
}

/**
 * @param {HTMLElement} element
 * @param {string[]} names
 * @returns {Row}
 */
function rowOf(element, names) {
  const note = h("p", { class: "dod-row-note" });
  note.hidden = true;
  element.append(note);
  return { element, note, values: new Map(names.map((name) => [name, valuesOf(element, name)])) };
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @returns {Values}
 */
function valuesOf(element, name) {
  const tokens = (element.dataset[name] ?? "").split(BETWEEN).filter(Boolean);
  return new Map(
    tokens.map((token) => {
      const [value, note = ""] = token.split("=");
      return /** @type {[string, string]} */ ([value, note]);
    }),
  );
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} label
 * @param {Row[]} rows
 * @returns {Filter}
 */
function filterOf(element, name, label, rows) {
  const order = (element.dataset[`${name}Order`] ?? "").split(BETWEEN).filter(Boolean);
  const values = new Set([...order, ...rows.flatMap((row) => [...(row.values.get(name)?.keys() ?? [])])]);
  const select = /** @type {HTMLSelectElement} */ (
    h("select", { name }, h("option", { value: ALL }, "All"), ...[...values].map((it) => h("option", { value: it }, it)))
  );
  return { name, label, select };
}

/**
 * Show a row or hide it, with what it says of the values that are chosen.
 * @param {Row} row
 * @param {Filter[]} filters
 * @returns {boolean} whether it is shown
 */
function showRow({ element, values, note }, filters) {
  const chosen = filters.filter(({ select }) => select.value !== ALL);
  const shown = chosen.every(({ name, select }) => values.get(name)?.has(select.value));
  const notes = chosen.map(({ name, select }) => [select.value, values.get(name)?.get(select.value)]);
  note.textContent = notes.flatMap(([value, text]) => (text ? [`${value}: ${text}`] : [])).join(". ");
  note.hidden = note.textContent === "";
  element.hidden = !shown;
  return shown;
}

/**
 * Hide the headings under which no row is shown.
 * @param {Row[]} rows
 */
function hideEmptyHeadings(rows) {
  /** @type {Map<HTMLElement, boolean>} */
  const headings = new Map();
  for (const { element } of rows) {
    const heading = headingOf(element);
    if (heading) headings.set(heading, (headings.get(heading) ?? false) || !element.hidden);
  }
  for (const [heading, used] of headings) heading.hidden = !used;
}

/**
 * @param {Element} element
 * @returns {HTMLElement | null} the heading above it
 */
function headingOf(element) {
  for (let it = element.previousElementSibling; it; it = it.previousElementSibling) {
    if (it instanceof HTMLHeadingElement) return it;
  }
  return null;
}

/**
 * Choose what the address says; what it does not know is passed over.
 * @param {Filter[]} filters
 */
function read(filters) {
  const asked = new URLSearchParams(location.search);
  for (const { name, select } of filters) {
    const value = asked.get(name) ?? ALL;
    select.value = [...select.options].some((option) => option.value === value) ? value : ALL;
  }
}

/**
 * Keep what is chosen in the address, so that it can be linked.
 * @param {Filter[]} filters
 */
function write(filters) {
  const address = new URL(location.href);
  for (const { name, select } of filters) {
    if (select.value === ALL) address.searchParams.delete(name);
    else address.searchParams.set(name, select.value);
  }
  history.replaceState(history.state, "", address);
}
