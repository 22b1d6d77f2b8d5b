// @ts-check
// "Try it": a description on one side, the verdict on the other.

import { createEditor } from "../editor.mjs";
import { python } from "../python.mjs";
import { latest } from "./asking.mjs";
import { exampleButtons, exampleText, offered } from "./examples.mjs";
import { keep, kept } from "./kept.mjs";
import { page } from "./layout.mjs";
import { LinkError, packed, unpacked } from "./link.mjs";
import { createOptions, optionsIn } from "./options.mjs";
import { marks } from "./problems.mjs";
import { createSides } from "./sides.mjs";
import { createTelling } from "./telling.mjs";

/** @typedef {import("./options.mjs").Options} Options */

const FIRST = "faults/gateway-serves-content";
const AGAIN = "This is what you wrote in this tab before.";
const NOT_KEPT = "This cannot be kept in this tab: it is lost when you leave the page.";

/**
 * @param {HTMLElement} element
 */
export async function mount(element) {
  const offer = await offered();
  const parts = page();
  element.replaceChildren(parts.element);
  if (location.hash) scrollTo({ top: 0 }); // the browser has gone to the example in what stood here before

  const examples = exampleButtons(offer.groups, async (path) => {
    if (await openExample(path)) history.replaceState(null, "", `#example=${path}`);
  });
  parts.examples.append(examples.element);
  const options = createOptions(parts.options, offer.options, () => changed(true));
  const editor = await createEditor(parts.text, {
    text: "",
    language: "yaml",
    label: "Description of a site, in YAML",
    onChange: () => {
      sides.changed();
      changed();
    },
  });
  const sides = createSides(parts, editor);
  const goTo = (/** @type {number} */ line) => sides.goToLine(line);
  const telling = createTelling(parts, goTo);

  let setting = false;
  let turn = 0;
  const checking = latest({
    /** @param {{ text: string, options: Options }} asked */
    ask: ({ text, options: asked }) => python.call("check", { text, ...asked }),
    answered: (answer) => {
      editor.setProblems(marks(answer.problems));
      telling.show(answer);
    },
    failed: (error) => telling.fail(error, () => check(true)),
    busy: (busy) => parts.verdict.setAttribute("aria-busy", String(busy)),
  });

  /** @param {boolean} [atOnce] */
  function changed(atOnce = false) {
    if (!setting) {
      examples.mark("");
      parts.link.hidden = true;
      parts.linkNote.textContent = "";
      if (location.hash) history.replaceState(null, "", location.pathname + location.search);
      parts.note.textContent = keep({ text: editor.text, options: options.values }) ? "" : NOT_KEPT;
    }
    check(atOnce);
  }

  /** @param {boolean} atOnce */
  function check(atOnce) {
    checking.ask({ text: editor.text, options: options.values }, atOnce);
  }

  /**
   * Show a description that was not typed here.
   * @param {string} text
   * @param {Options} asked
   */
  function show(text, asked) {
    setting = true;
    options.values = asked;
    editor.text = text;
    sides.follow();
    changed(true);
    setting = false;
  }

  /**
   * @param {string} path
   * @returns {Promise<boolean>} whether it is shown: it is there, and nothing else was asked for meanwhile
   */
  async function openExample(path) {
    const mine = ++turn;
    try {
      const text = await exampleText(path);
      if (mine !== turn) return false;
      show(text, optionsIn(text, offer.options));
      examples.mark(path);
      parts.note.textContent = "";
      return true;
    } catch (error) {
      parts.note.textContent = /** @type {Error} */ (error).message;
      return false;
    }
  }

  /**
   * @param {string} hash
   * @returns {Promise<boolean>} whether it asks for something, and that could be shown
   */
  async function openLink(hash) {
    const mine = ++turn;
    try {
      const asked = await unpacked(hash);
      if (mine !== turn) return true;
      if (!asked) return false;
      parts.note.textContent = "";
      if ("example" in asked) return await openExample(asked.example);
      show(asked.shared.text, asked.shared.options);
      examples.mark("");
      return true;
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      parts.note.textContent = error.message;
      return false;
    }
  }

  /** Show what was written in this tab before; where there is nothing, the first example. */
  async function openKept() {
    const written = kept();
    if (!written) return void (await openExample(FIRST));
    show(written.text, written.options);
    examples.mark("");
    parts.note.textContent = AGAIN;
  }

  async function copyLink() {
    try {
      const fragment = await packed({ text: editor.text, options: options.values });
      const address = `${location.origin}${location.pathname}#${fragment}`;
      history.replaceState(null, "", `#${fragment}`);
      parts.link.value = address;
      parts.link.hidden = false;
      parts.link.select();
      // Only where the address is a safe one does a browser let a page copy.
      const copying = navigator.clipboard?.writeText(address) ?? Promise.reject();
      const copied = await copying.then(() => true, () => false);
      parts.linkNote.textContent = copied ? "Copied." : "Copy it from here.";
    } catch (error) {
      parts.linkNote.textContent = /** @type {Error} */ (error).message;
    }
  }

  parts.copy.addEventListener("click", () => void copyLink());
  addEventListener("hashchange", ({ newURL }) => void openLink(new URL(newURL).hash));
  python.onState((state) => telling.state(state));
  if (await openLink(location.hash)) return;
  const wrong = parts.note.textContent;
  if (!wrong) return void (await openKept());
  await openExample(FIRST);
  parts.note.textContent = wrong;
}
