// @ts-check
// What came of a run in the browser, on the page of the feature, beside what came of the last run.

import { h } from "../dom.mjs";
import { colour, reason } from "./words.mjs";

/** @typedef {import("./running.mjs").Came} Came */
/** @typedef {import("./running.mjs").Scenario} Scenario */

/**
 * Put a label beside every scenario and row; those of a run before go.
 * @param {ParentNode} page
 * @param {Came} came
 */
export function showOnPage(page, came) {
  for (const old of page.querySelectorAll(".dod-here")) old.remove();
  const found = new Map(came.scenarios.map((one) => [String(one.line), one]));
  for (const place of page.querySelectorAll(".dod-came")) {
    const scenario = place instanceof HTMLElement ? found.get(place.dataset.line ?? "") : undefined;
    if (scenario) place.after(label(scenario));
  }
}

/** @param {Scenario} scenario */
function label(scenario) {
  const bad = scenario.steps.find(({ came }) => came === "failed" || came === "undefined");
  return h(
    "span",
    { class: "dod-here" },
    h("span", { class: `dod-badge dod-${colour(scenario.came)}` }, `${scenario.came} here`),
    bad && h("span", { class: "dod-why" }, h("bdi", {}, `${bad.keyword} ${bad.text}: ${reason(bad)}`)),
  );
}
