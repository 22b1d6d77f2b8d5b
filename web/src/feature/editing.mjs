// @ts-check
// A feature in an editor: it runs as it is written, and what came of it is told beside it.

import { h } from "../dom.mjs";
import { createEditor } from "../editor.mjs";
import { marks, resultsOf } from "./results.mjs";
import { run } from "./running.mjs";
import { Status } from "./status.mjs";
import { summary, summaryColour } from "./words.mjs";

/** Milliseconds after the last key, after which the text is run. */
const PAUSE = 500;

/**
 * Put an editor into a panel, and run what stands in it.
 * @param {HTMLElement} panel
 * @param {string} source the feature as it is published
 * @param {string} file what it is called
 * @param {() => void} close
 */
export async function mountEditor(panel, source, file, close) {
  const status = new Status();
  const results = h("div", { class: "dod-results" });
  const place = h("div", { class: "dod-editor" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  let running = false;
  let again = false;

  /** Run what stands there now; what is typed meanwhile is run after it. */
  async function runNow() {
    clearTimeout(pause);
    if (running) {
      again = true;
      return;
    }
    running = true;
    status.busy("It runs");
    const text = editor.text;
    try {
      const came = await run(text, file);
      if (text === editor.text) editor.setProblems(marks(came));
      results.replaceChildren(...resultsOf(came, (line) => editor.goToLine(line)));
      status.done(summary(came), summaryColour(came));
    } catch (error) {
      again = false;
      results.replaceChildren();
      status.failed(error instanceof Error ? error.message : String(error));
    } finally {
      running = false;
    }
    if (again) {
      again = false;
      await runNow();
    }
  }

  const buttons = h(
    "div",
    { class: "dod-bar" },
    h("button", { type: "button", class: "md-button md-button--primary", onclick: runNow }, "Run what is written"),
    h("button", { type: "button", class: "md-button", onclick: () => (editor.text = source) }, "Start over"),
    h("button", { type: "button", class: "md-button", onclick: close }, "Close"),
    status.element,
  );
  panel.append(
    h("p", { class: "dod-hint" }, "It runs as you type, and with Ctrl+Enter. Tab leaves the editor. Nothing is sent or kept."),
    buttons,
    place,
    results,
  );
  const editor = await createEditor(place, {
    text: source,
    language: "gherkin",
    label: "The feature, in Gherkin",
    onChange() {
      clearTimeout(pause);
      pause = setTimeout(runNow, PAUSE);
    },
  });
  place.addEventListener("keydown", onKey, true);
  runNow();
  return { focus: () => editor.focus() };

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    runNow();
  }
}
