// @ts-check
// The examples, one click away: a button for each, the faults by topic.

import { h } from "../dom.mjs";

/** @typedef {{ path: string, title: string, requirement: string }} Example */
/** @typedef {{ group: string, title: string, examples: Example[] }} Group */
/** @typedef {{ groups: Group[], options: import("./options.mjs").Option[] }} Offer */

/** @returns {Promise<Offer>} what the page offers */
export async function offered() {
  const answer = await fetch("examples.json");
  if (!answer.ok) throw new Error(`examples.json: ${answer.status}`);
  return answer.json();
}

/**
 * The text of an example.
 * @param {string} path
 */
export async function exampleText(path) {
  const answer = await fetch(`../examples/${path}.yaml`);
  if (!answer.ok) throw new Error(`The example ${path} could not be loaded.`);
  return answer.text();
}

/**
 * The buttons.
 * @param {Group[]} groups
 * @param {(path: string) => void} choose
 */
export function exampleButtons(groups, choose) {
  /** @type {Map<string, HTMLElement>} */
  const buttons = new Map();
  /** @param {Example} example */
  const button = ({ path, title, requirement }) => {
    const id = requirement && h("code", {}, requirement);
    const found = h("button", { type: "button", class: "try-example", onclick: () => choose(path) }, title, id);
    buttons.set(path, found);
    return h("li", {}, found);
  };
  const faults = groups.filter(({ group }) => group === "faults");
  const others = groups.filter(({ group }) => group !== "faults").flatMap(({ examples }) => examples);
  const count = faults.reduce((sum, { examples }) => sum + examples.length, 0);
  const topics = faults.map(({ title, examples }) =>
    h("div", { class: "try-topic" }, h("h3", {}, title), h("ul", {}, ...examples.map(button))),
  );
  const shown = h("span", { class: "try-shown" });
  const panel = h(
    "details",
    { class: "try-faults" },
    h("summary", {}, `${count} faults, one for each requirement`, shown),
    h("div", { class: "try-topics" }, ...topics),
  );
  const element = h("div", { class: "try-examples" }, h("ul", { class: "try-others" }, ...others.map(button)), panel);
  return {
    element,
    /** @param {string} path the example that is shown; empty for none */
    mark(path) {
      for (const [name, one] of buttons) one.setAttribute("aria-pressed", String(name === path));
      const fault = path.startsWith("faults/");
      shown.replaceChildren(...(fault ? ["shown: ", h("code", {}, path.replace("faults/", ""))] : []));
      if (path) panel.removeAttribute("open");
    },
  };
}
