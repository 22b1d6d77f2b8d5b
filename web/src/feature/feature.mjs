// @ts-check
// A page of a feature: runs its scenarios in the reader's browser, and lets them be changed.

import { h } from "../dom.mjs";
import { showOnPage } from "./page_results.mjs";
import { run } from "./running.mjs";
import { Status } from "./status.mjs";
import { summary } from "./words.mjs";

/**
 * Put the bar above the scenarios of a page.
 * @param {HTMLElement} element where it goes; `data-file` names the feature
 */
export function mount(element) {
  const source = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.dod-source"));
  if (!source) return;
  const file = element.dataset.file ?? "";
  const status = new Status();
  /** @type {Promise<string> | undefined} */
  let fetched;
  const text = () => (fetched ??= fetchText(source.href).catch(forget));
  /** @param {unknown} error @returns {never} */
  const forget = (error) => {
    fetched = undefined;
    throw error;
  };

  /** @param {() => Promise<string>} work what is told at its end */
  const busy = async (work) => {
    if (runs.ariaDisabled === "true") return;
    runs.ariaDisabled = "true"; // not `disabled`, which would take the focus away
    status.busy("It runs");
    try {
      status.done(await work());
    } catch (error) {
      status.failed(messageOf(error));
    } finally {
      runs.ariaDisabled = "false";
    }
  };

  const runHere = () =>
    busy(async () => {
      const came = await run(await text(), file);
      showOnPage(document, came);
      return summary(came);
    });

  /** @type {Promise<{ focus(): void }> | undefined} */
  let editing;
  const edit = async () => {
    const open = edits.getAttribute("aria-expanded") !== "true";
    edits.setAttribute("aria-expanded", String(open));
    panel.hidden = !open;
    if (!open) return;
    try {
      const opened = (editing ??= text().then(async (it) =>
        (await import("./editing.mjs")).mountEditor(panel, it, file, close),
      ));
      (await opened).focus();
    } catch (error) {
      editing = undefined;
      status.failed(messageOf(error));
    }
  };
  const close = () => {
    edits.setAttribute("aria-expanded", "false");
    panel.hidden = true;
    edits.focus();
  };

  const runs = h("button", { type: "button", class: "md-button md-button--primary", onclick: runHere }, "Run here");
  const edits = h(
    "button",
    { type: "button", class: "md-button", "aria-expanded": "false", "aria-controls": "dod-editing", onclick: edit },
    "Edit",
  );
  const panel = h("section", { id: "dod-editing", class: "dod-editing", "aria-label": "Edit the feature", hidden: true });
  element.replaceChildren(h("div", { class: "dod-bar" }, runs, edits, status.element), panel);
}

/** @param {string} address */
async function fetchText(address) {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error("The text of the feature could not be fetched.");
  return answer.text();
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
