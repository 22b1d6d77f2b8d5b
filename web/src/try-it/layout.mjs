// @ts-check
// What stands where on the page.

import { h } from "../dom.mjs";

/** @typedef {ReturnType<typeof page>} Parts */

/** The empty page, and its parts by name. */
export function page() {
  const parts = {
    examples: h("div", {}),
    note: h("p", { class: "try-note", role: "status" }),
    text: h("div", { class: "try-text", id: "try-text", role: "tabpanel", "aria-labelledby": "try-text-tab" }),
    form: h("div", { class: "try-form", id: "try-form", role: "tabpanel", "aria-labelledby": "try-form-tab", hidden: true }),
    textTab: tab("try-text", "Text", true),
    formTab: tab("try-form", "Form", false),
    copy: h("button", { type: "button", class: "try-button" }, "Copy link"),
    link: /** @type {HTMLInputElement} */ (
      h("input", { type: "text", readonly: true, hidden: true, "aria-label": "Link to this description" })
    ),
    linkNote: h("span", { role: "status" }),
    options: h("div", { class: "try-options", role: "group", "aria-label": "What to ask" }),
    loading: h("div", { class: "try-loading", hidden: true }),
    announced: h("p", { class: "try-announced", "aria-live": "polite" }),
    problems: h("div", {}),
    verdict: h("div", { class: "try-verdict" }),
    runs: h("section", { class: "try-played", "aria-labelledby": "try-runs-title", hidden: true }),
  };
  const element = h("div", { class: "try-it" }, top(parts), sides(parts), parts.runs);
  return { ...parts, element };
}

/**
 * @param {string} panel
 * @param {string} words
 * @param {boolean} selected
 */
function tab(panel, words, selected) {
  const chosen = { "aria-selected": String(selected), tabindex: selected ? "0" : "-1" };
  return h("button", { type: "button", role: "tab", id: `${panel}-tab`, "aria-controls": panel, ...chosen }, words);
}

/** @param {Record<string, HTMLElement>} parts */
const top = ({ examples, note }) =>
  h("section", { "aria-labelledby": "try-examples-title" }, h("h2", { id: "try-examples-title" }, "Begin with an example"), examples, note);

/** @param {Record<string, HTMLElement>} parts */
function sides(parts) {
  const tabs = h("div", { class: "try-tabs", role: "tablist", "aria-label": "How to describe it" }, parts.textTab, parts.formTab);
  const privacy =
    "The link holds the description itself, behind the #, which browsers send to no server. Nothing you write here leaves your browser.";
  return h(
    "div",
    { class: "try-sides" },
    h(
      "section",
      { class: "try-side", "aria-labelledby": "try-description-title" },
      h("div", { class: "try-bar-top" }, h("h2", { id: "try-description-title" }, "The site"), tabs),
      parts.problems,
      parts.text,
      parts.form,
      h("p", { class: "try-keys dod-quiet" }, "In the text, Tab goes on to what follows; Ctrl+] indents."),
      h("div", { class: "try-share-link" }, parts.copy, parts.link, parts.linkNote),
      h("p", { class: "try-keys dod-quiet" }, privacy),
    ),
    h(
      "section",
      { class: "try-side", "aria-labelledby": "try-verdict-title" },
      h("h2", { id: "try-verdict-title" }, "The verdict"),
      parts.options,
      parts.loading,
      parts.announced,
      parts.verdict,
    ),
  );
}
