// @ts-check
// The comparison of two releases: two choices, what changes between them, and an address that can be passed on.

import { h } from "./dom.mjs";

/**
 * @typedef {{ id: string, name: string, answers: string, href?: string }} Release
 * @typedef {{ id: string, href: string }} Cite
 * @typedef {{ id: string, statement: string, href: string, what: string }} Requirement
 * @typedef {{ id: string, name: string, statement: string, defect: boolean, documents: boolean, cites: Cite[], covered: boolean,
 *   requirements: Requirement[] }} Ability
 * @typedef {{ kinds: Record<string, string>, abilities: Ability[], branches: { name: string, releases: Release[] }[] }} Data
 * @typedef {{ words: string, ability: Ability }} Change
 */

/**
 * Make the choice in a page.
 * @param {HTMLElement} box
 */
export async function mount(box) {
  const answer = await fetch(box.dataset.source ?? "");
  if (!answer.ok) throw new Error(`The data of releases could not be loaded (${answer.status}).`);
  const data = /** @type {Data} */ (await answer.json());
  const found = h("div", { class: "dod-compare-found", "aria-live": "polite" });
  const before = choice("From", data);
  const after = choice("To", data);

  function show() {
    const pair = /** @type {const} */ ([before.value, after.value]);
    found.replaceChildren(...told(data, ...pair));
  }

  function follow() {
    const named = pairIn(location.hash, data) ?? pairIn(`#${box.dataset.first}`, data);
    if (!named) return;
    [before.value, after.value] = named;
    show();
  }

  /** @param {HTMLSelectElement} changed @param {HTMLSelectElement} other */
  function choose(changed, other) {
    const branch = branchOf(data, changed.value);
    if (branchOf(data, other.value) !== branch) other.value = changed.value;
    history.replaceState(null, "", `#${before.value}..${after.value}`);
    show();
  }

  before.addEventListener("change", () => choose(before, after));
  after.addEventListener("change", () => choose(after, before));
  window.addEventListener("hashchange", follow);
  const labels = [h("label", {}, "From ", before), h("label", {}, "to ", after)];
  box.replaceChildren(h("div", { class: "dod-compare-choice" }, ...labels), found);
  follow();
}

/** @param {string} label @param {Data} data */
function choice(label, data) {
  const groups = data.branches.map(({ name, releases }) =>
    h("optgroup", { label: name }, ...releases.map((one) => h("option", { value: one.id }, one.name))),
  );
  return /** @type {HTMLSelectElement} */ (h("select", { "aria-label": `${label} release` }, ...groups));
}

/** @param {Data} data @param {string} id */
const branchOf = (data, id) => data.branches.find(({ releases }) => releases.some((one) => one.id === id));

/** @param {Data} data @param {string} id */
const releaseOf = (data, id) => branchOf(data, id)?.releases.find((one) => one.id === id);

/**
 * The two releases that an address names, as in `#1906..1910`, if it does and they are of one branch.
 * @param {string} hash
 * @param {Data} data
 * @returns {[string, string] | undefined}
 */
function pairIn(hash, data) {
  const named = /^#([a-z0-9-]{1,10})\.\.([a-z0-9-]{1,10})$/.exec(hash);
  const branch = named && branchOf(data, named[1]);
  return branch && branch === branchOf(data, named[2]) ? [named[1], named[2]] : undefined;
}

/**
 * What changes from one release to another.
 * @param {Data} data
 * @param {Release} before
 * @param {Release} after
 * @returns {Change[]}
 */
function changes({ abilities, kinds }, before, after) {
  return abilities.flatMap((ability, index) => {
    const words = kinds[before.answers[index] + after.answers[index]];
    return words ? [{ words, ability }] : [];
  });
}

/** @param {Data} data @param {string} from @param {string} to */
function told(data, from, to) {
  const before = releaseOf(data, from);
  const after = releaseOf(data, to);
  if (!before || !after) return [];
  const all = changes(data, before, after);
  const product = all.filter(({ ability }) => !ability.documents);
  const documents = all.filter(({ ability }) => ability.documents);
  const title = h("p", { class: "dod-compare-title" }, "From ", linked(before), " to ", linked(after));
  const none = h("p", {}, "Nothing that the documents tell of begins or ends.");
  return [
    title,
    product.length ? h("ul", {}, ...product.map(line)) : none,
    ...(documents.length ? [h("p", {}, "In the documents only:"), h("ul", {}, ...documents.map(line))] : []),
    ...touched(all),
  ];
}

/** @param {Release} release */
const linked = ({ href, name }) => (href ? h("a", { href }, name) : name);

/** How a change is taken: what begins is good, unless it is a defect. @param {Change} change */
function mood({ words, ability }) {
  if (ability.documents) return "quiet";
  if (words !== "begins" && words !== "ends") return "open";
  return (words === "begins") === ability.defect ? "bad" : "good";
}

/** @param {Change} change */
function line(change) {
  const { words, ability } = change;
  const cites = ability.cites.flatMap(({ id, href }, index) => [index ? ", " : "", h("a", { href }, id)]);
  const badge = h("span", { class: `dod-badge dod-${mood(change)}` }, words);
  return h("li", {}, badge, " ", h("strong", {}, ability.name), h("br"), `${ability.statement} (`, ...cites, ")");
}

/** @param {Change[]} all */
function touched(all) {
  const rows = all.flatMap(({ ability }) => [
    ...(ability.covered ? [row("all", "whether the documents speak of an attempt at all", ability)] : []),
    ...ability.requirements.map((one) => row(h("a", { href: one.href }, one.id), one.what, ability, one.statement)),
  ]);
  if (rows.length === 0) return [];
  const head = ["Requirement", "What hangs on it", "Through"].map((name) => h("th", { scope: "col" }, name));
  const table = h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows));
  const wide = h("div", { class: "md-typeset__scrollwrap" }, h("div", { class: "md-typeset__table" }, table));
  return [h("p", {}, "Requirements that are answered differently:"), wide];
}

/** @param {Node | string} name @param {string} what @param {Ability} ability @param {string} [statement] */
function row(name, what, ability, statement) {
  const cell = h("td", {}, name, statement && h("br"), statement);
  return h("tr", {}, cell, h("td", {}, what), h("td", {}, ability.name));
}
