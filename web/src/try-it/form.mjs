// @ts-check
// The description as a form: made of the schema, for those who do not want to write YAML.

import { h } from "../dom.mjs";
import { itemName, rowOf } from "./form-rows.mjs";
import { blank, valueAt, withValue } from "./form-values.mjs";

/** @typedef {import("./form-values.mjs").Place} Place */
/**
 * @typedef {object} FormField
 * @property {string} name
 * @property {string} label
 * @property {string} about
 * @property {boolean} required
 * @property {boolean} none
 * @property {"yes-no" | "choice" | "text" | "number" | "release" | "group" | "list"} kind
 * @property {string[]} choices
 * @property {string} group
 * @property {FormField | null} item
 */
/** @typedef {Record<string, FormField[]>} Groups */

/**
 * @param {HTMLElement} parent
 * @param {Groups} groups
 * @param {(data: any) => void} write
 */
export function createForm(parent, groups, write) {
  /** @type {any} */
  let data = {};
  /** @type {Set<string>} */
  const open = new Set();

  /** @type {Way} */
  const way = {
    groups,
    value: (place) => valueAt(data, place),
    set(place, value, redraw) {
      data = withValue(data, place, value);
      write(data);
      if (redraw) draw(place);
    },
    add(place, field) {
      const items = valueAt(data, place) ?? [];
      const item = /** @type {FormField} */ (field.item);
      data = withValue(data, place, [...items, blank(item, groups, itemName(field, items))]);
      open.add(key([...place, items.length]));
      write(data);
      draw([...place, items.length]);
    },
    isOpen: (place) => open.has(key(place)),
    opened(place, isOpen) {
      if (isOpen) open.add(key(place));
      else open.delete(key(place));
    },
    inside: (group, place) => (groups[group] ?? []).map((field) => rowOf(field, [...place, field.name], way)),
  };

  /** @param {Place} [focused] */
  function draw(focused) {
    parent.replaceChildren(h("div", { class: "try-fields" }, ...way.inside("Site", [])));
    if (!focused) return;
    for (let place = focused; place.length; place = place.slice(0, -1)) {
      for (const mark of [key(place), `${key(place)}/`]) {
        const found = parent.querySelector(`[data-place="${CSS.escape(mark)}"]`);
        if (found instanceof HTMLElement) return found.focus();
      }
    }
  }

  return {
    /** @param {any} shown */
    show(shown) {
      data = shown;
      draw();
    },
  };
}

/**
 * @typedef {object} Way
 * @property {Groups} groups
 * @property {(place: Place) => any} value
 * @property {(place: Place, value: unknown, redraw: boolean) => void} set
 * @property {(place: Place, field: FormField) => void} add
 * @property {(place: Place) => boolean} isOpen
 * @property {(place: Place, open: boolean) => void} opened
 * @property {(group: string, place: Place) => HTMLElement[]} inside
 */

/** @param {Place} place */
export const key = (place) => place.join("/");
