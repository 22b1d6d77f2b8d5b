// @ts-check
// The values of a form: plain data, changed at places.

/** @typedef {(string | number)[]} Place names of fields and numbers of list items, from the outside in */

/**
 * @param {unknown} data
 * @param {Place} place
 * @returns {any} undefined where nothing is
 */
export function valueAt(data, place) {
  /** @type {any} */
  let found = data;
  for (const part of place) {
    if (found === null || typeof found !== "object" || !Object.hasOwn(found, part)) return undefined;
    found = found[part];
  }
  return found;
}

/**
 * A copy of the data with one value set anew.
 * @param {any} data
 * @param {Place} place
 * @param {unknown} value undefined takes it out
 * @returns {any}
 */
export function withValue(data, place, value) {
  const copy = structuredClone(data);
  const inner = valueAt(copy, place.slice(0, -1));
  const last = /** @type {string | number} */ (place[place.length - 1]);
  if (value !== undefined) inner[last] = value;
  else if (Array.isArray(inner)) inner.splice(Number(last), 1);
  else delete inner[last];
  return copy;
}

/** @typedef {"unknown" | "none" | "fits" | "strange"} State */

/**
 * Whether a value is one that a field of the form can show.
 * @param {import("./form.mjs").FormField} field
 * @param {unknown} value
 * @returns {State}
 */
export function stateOf(field, value) {
  if (value === undefined) return "unknown";
  if (value === null) return field.none ? "none" : "strange";
  return FITS[field.kind](value, field) ? "fits" : "strange";
}

/** @type {Record<string, (value: any, field: import("./form.mjs").FormField) => boolean>} */
const FITS = {
  "yes-no": (value) => typeof value === "boolean",
  choice: (value, field) => field.choices.includes(value),
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number" || typeof value === "string",
  release: (value) => typeof value === "number" || typeof value === "string",
  group: (value) => typeof value === "object" && !Array.isArray(value),
  list: (value) => Array.isArray(value),
};

/**
 * What a field has as soon as somebody fills it in.
 * @param {import("./form.mjs").FormField} field
 * @param {Record<string, import("./form.mjs").FormField[]>} groups
 * @param {string} name a name for it, where it has one
 * @returns {unknown}
 */
export function blank(field, groups, name) {
  if (field.kind === "list") return [];
  if (field.kind === "choice") return field.choices[0];
  if (field.kind !== "group") return name;
  const required = (groups[field.group] ?? []).filter((one) => one.required);
  return Object.fromEntries(required.map((one) => [one.name, blank(one, groups, one.name === "name" ? name : "")]));
}

/**
 * What somebody typed, as a value: digits are a number where a number or a release is meant.
 * @param {string} kind
 * @param {string} typed
 */
export function typedValue(kind, typed) {
  const text = typed.trim();
  const digits = /^(?:0|-?[1-9][0-9]{0,14})$/.test(text);
  return (kind === "number" || kind === "release") && digits ? Number(text) : typed;
}
