// @ts-check
// What is said on the side of the verdict: that Python is on its way, problems, the verdict, the runs.

import { h } from "../dom.mjs";
import { problemList } from "./problems.mjs";
import { runsOf } from "./runs.mjs";
import { textOf } from "./sentences.mjs";
import { announced, verdict } from "./verdict.mjs";

/** @typedef {import("./verdict.mjs").Answer} Answer */

/**
 * @param {import("./layout.mjs").Parts} parts
 * @param {(line: number) => void} goTo
 */
export function createTelling(parts, goTo) {
  /** @type {Answer | undefined} the last that told a verdict */
  let last;

  /** @param {Answer} answer */
  function showProblems(answer) {
    const { problems } = answer;
    const one = problems.length === 1;
    const words = one ? "The text has a problem" : `The text has ${problems.length} problems`;
    parts.problems.replaceChildren(
      h("div", { class: "try-problem-box" }, h("h3", {}, words), problemList(problems, goTo)),
    );
    announce(`${words}.`);
    parts.verdict.classList.add("try-old");
    parts.runs.classList.add("try-old");
    parts.verdict.querySelector(".try-old-note")?.remove();
    const note = last ? "This is the verdict on the last text that could be read." : "There is no verdict yet.";
    parts.verdict.prepend(h("p", { class: "try-old-note" }, note));
  }

  /** @param {string} words */
  function announce(words) {
    if (parts.announced.textContent !== words) parts.announced.textContent = words;
  }

  return {
    /** @param {Answer} answer */
    show(answer) {
      parts.loading.hidden = true;
      if (answer.problems.length) return showProblems(answer);
      last = answer;
      parts.problems.replaceChildren();
      parts.verdict.classList.remove("try-old");
      parts.runs.classList.remove("try-old");
      announce(announced(answer));
      const opened = openFolds(parts.verdict);
      parts.verdict.replaceChildren(verdict(answer, goTo));
      openAgain(parts.verdict, opened);
      // The verdict is there before the run below it is drawn.
      requestAnimationFrame(() => setTimeout(() => last === answer && showRuns(parts.runs, answer, goTo)));
    },
    /**
     * @param {Error} error
     * @param {() => void} again
     */
    fail(error, again) {
      const button = h("button", { type: "button", class: "try-button", onclick: again }, "Try again");
      parts.loading.hidden = false;
      parts.loading.replaceChildren(h("p", {}, error.message), button);
      announce(error.message);
      parts.verdict.classList.add("try-old");
      parts.runs.classList.add("try-old");
    },
    /** @param {import("../python.mjs").Told} told */
    state({ state, text }) {
      if (state === "failed") return;
      parts.loading.hidden = state === "ready" || state === "off";
      const words = "The verdict comes as soon as Python and the model are here: some megabytes, from this site, once.";
      parts.loading.replaceChildren(
        h("p", {}, h("span", { class: "try-spinner", "aria-hidden": "true" }), words),
        h("p", { class: "dod-quiet" }, text ? `${text} …` : ""),
      );
    },
  };
}

/**
 * The titles of what is unfolded, so that it stays so.
 * @param {HTMLElement} element
 */
function openFolds(element) {
  const folds = [...element.querySelectorAll("details.try-folded")];
  return new Set(folds.filter((one) => one.hasAttribute("open")).map(titleOf));
}

/** @param {Element} fold */
const titleOf = (fold) => (fold.querySelector("summary")?.textContent ?? "").replace(/ \([\d,]+\)$/, "");

/**
 * @param {HTMLElement} element
 * @param {Set<string>} titles
 */
function openAgain(element, titles) {
  for (const fold of element.querySelectorAll("details.try-folded")) {
    if (titles.has(titleOf(fold))) fold.setAttribute("open", "");
  }
}

/** Whose run is shown, in words, so that it stays so while the text changes. */
let chosen = "";

/**
 * @param {HTMLElement} element
 * @param {Answer} answer
 * @param {(line: number) => void} goTo
 */
function showRuns(element, { runs }, goTo) {
  element.hidden = !runs.length;
  const names = runs.map((one) => textOf(one.headline));
  const body = h("div", {});
  const draw = () => {
    const shown = runs[Math.max(0, names.indexOf(chosen))];
    if (shown) body.replaceChildren(runsOf(shown, goTo));
  };
  const select = /** @type {HTMLSelectElement} */ (h("select", {}, ...names.map((name) => h("option", {}, name))));
  select.selectedIndex = Math.max(0, names.indexOf(chosen));
  select.addEventListener("change", () => {
    chosen = names[select.selectedIndex] ?? "";
    draw();
  });
  const words = "The same attempt with both deployment options: what is downloaded when, from where, and how much.";
  element.replaceChildren(
    h("h2", { id: "try-runs-title" }, "The run, step by step"),
    h("p", { class: "dod-quiet" }, words),
    names.length > 1 ? h("label", { class: "try-option" }, h("span", {}, "Whose run"), select) : "",
    body,
  );
  draw();
}
