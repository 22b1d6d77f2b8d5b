// @ts-check
// A button that asks the model in this page every vector of the kit.

import { h } from "./dom.mjs";
import { python } from "./python.mjs";

const LONGEST = 120_000;

/**
 * Put the button into a page. The files are those to which the page has links, each by its kind.
 * @param {HTMLElement} element
 */
export function mount(element) {
  /** @type {HTMLAnchorElement[]} */
  const files = [...document.querySelectorAll("a.dod-vectors")].filter((one) => one instanceof HTMLAnchorElement);
  const said = h("p", { role: "status", class: "dod-quiet" });
  const found = h("ul");
  const button = h("button", { type: "button", class: "md-button", onclick: run }, "Ask them all, here");
  element.replaceChildren(h("p", {}, button), said, found);

  async function run() {
    button.setAttribute("disabled", "");
    found.replaceChildren();
    let asked = 0;
    let agreed = 0;
    try {
      if (!files.length) throw new Error("This page names no files of vectors.");
      for (const { href, textContent: kind } of files) {
        said.textContent = `Asking the ${kind} …`;
        const answer = await fetch(href);
        if (!answer.ok) throw new Error(`The ${kind} could not be loaded.`);
        const came = await python.call("vectors", { file: await answer.text() }, { timeout: LONGEST });
        if (came.problem) throw new Error(came.problem);
        asked += came.asked;
        agreed += came.agreed;
        found.append(h("li", {}, `${kind}: ${came.agreed.toLocaleString("en")} of ${came.asked.toLocaleString("en")}`));
        for (const id of came.otherwise) found.append(h("li", { class: "dod-bad" }, h("code", {}, id)));
      }
      said.textContent = `${agreed.toLocaleString("en")} of ${asked.toLocaleString("en")} answers are those of the documents, in your browser.`;
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
    button.removeAttribute("disabled");
  }
}
