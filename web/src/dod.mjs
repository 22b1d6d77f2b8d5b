// @ts-check
// The one script of every page: what a page does is loaded only where the page has it.

import "./diagrams.mjs";
import { h } from "./dom.mjs";
import { mend } from "./theme.mjs";

/** @type {Record<string, () => Promise<{ mount(element: HTMLElement): unknown }>>} */
const ROOMS = {
  vectors: () => import("./vectors.mjs"),
  feature: () => import("./feature/feature.mjs"),
  compare: () => import("./compare.mjs"),
  filter: () => import("./filter.mjs"),
  "try-it": () => {
    // Whoever opens this page asks for Python: it is on its way before all else.
    import("./python.mjs").then(({ python }) => python.load()).catch(() => undefined); // the room fails likewise, and tells it
    return import("./try-it/try-it.mjs");
  },
};

mend();

for (const element of document.querySelectorAll("[data-dod]")) {
  if (!(element instanceof HTMLElement)) continue;
  const room = ROOMS[element.dataset.dod ?? ""];
  if (room) void open(element, room);
}

/**
 * Let a room into its element. What stood there for readers without JavaScript stays where that fails.
 * @param {HTMLElement} element
 * @param {() => Promise<{ mount(element: HTMLElement): unknown }>} room
 */
async function open(element, room) {
  try {
    await (await room()).mount(element);
  } catch (error) {
    console.error(error); // for those who look for the cause
    const again = h("button", { type: "button", class: "md-button", onclick: () => location.reload() }, "Load the page again");
    const words = h("p", { class: "dod-bad" }, "This part of the page could not be loaded.");
    element.prepend(h("div", { role: "alert" }, words, h("p", {}, again)));
  }
}
