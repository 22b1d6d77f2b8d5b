// @ts-check
// Diagrams. The theme draws them, and fetches the library from another host unless the page has it. So it finds this
// stand-in, which loads our own copy with the first diagram. It must be there before the theme looks, which it does when
// the document is read: so this is part of the script of every page, and does nothing where no diagram is.

/** @import { MermaidConfig, RenderResult } from "mermaid" */

/** @type {MermaidConfig} */
let configuration = {};
/** @type {Promise<typeof import("mermaid").default> | undefined} */
let library;

async function load() {
  const { default: mermaid } = await import("mermaid");
  mermaid.initialize(configuration);
  return mermaid;
}

/** What the theme asks of the library. */
const standIn = {
  /** @param {MermaidConfig} wanted */
  initialize(wanted) {
    configuration = wanted;
  },

  /**
   * @param {string} id
   * @param {string} text
   * @returns {Promise<RenderResult>}
   */
  async render(id, text) {
    library ??= load();
    return (await library).render(id, text);
  },
};

if (document.querySelector(".mermaid")) Object.assign(window, { mermaid: standIn });
