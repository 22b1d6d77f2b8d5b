// @ts-check
// The one script of every page: what a page does is loaded only where the page has it.

import "./diagrams.mjs";
import { mend } from "./theme.mjs";

/** @type {Record<string, () => Promise<{ mount(element: HTMLElement): unknown }>>} */
const ROOMS = {
  vectors: () => import("./vectors.mjs"),
  feature: () => import("./feature/feature.mjs"),
  compare: () => import("./compare.mjs"),
  filter: () => import("./filter.mjs"),
  "try-it": () => {
    // Whoever opens this page asks for Python: it is on its way before all else.
    void import("./python.mjs").then(({ python }) => python.load());
    return import("./try-it/try-it.mjs");
  },
};

mend();

for (const element of document.querySelectorAll("[data-dod]")) {
  if (!(element instanceof HTMLElement)) continue;
  const room = ROOMS[element.dataset.dod ?? ""];
  if (room) room().then((it) => it.mount(element));
}
