// @ts-check
// A button that asks the model in this page every vector of the kit.

import { h } from "./dom.mjs";
import { python } from "./python.mjs";

const KINDS = ["features", "boundaries", "pairs", "triples", "relations"];
const LONGEST = 120_000;

/** @param {HTMLElement} element its `data-files` is the folder of the files */
export function mount(element) {
  const said = h("p", { role: "status", class: "dod-quiet" });
  const found = h("ul");
  const button = h("button", { type: "button", class: "md-button", onclick: run }, "Ask them all, here");
  element.append(h("p", {}, button), said, found);

  async function run() {
    button.setAttribute("disabled", "");
    found.replaceChildren();
    let asked = 0;
    let agreed = 0;
    try {
      for (const kind of KINDS) {
        said.textContent = `Asking the ${kind} …`;
        const address = new URL(`${element.dataset.files}${kind}.json`, document.baseURI);
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(`${kind}.json could not be loaded.`);
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
