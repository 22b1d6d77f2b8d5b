// @ts-check
// The two ways to describe a site: as text and as a form. Each follows the other.

import { h } from "../dom.mjs";
import { python } from "../python.mjs";
import { latest } from "./asking.mjs";
import { createForm } from "./form.mjs";
import { problemList } from "./problems.mjs";

/** @typedef {{ problems: import("./verdict.mjs").Problem[], data: any, comments: boolean }} Values */

/**
 * @param {import("./layout.mjs").Parts} parts
 * @param {import("../editor.mjs").Editor} editor
 */
export function createSides(parts, editor) {
  const { textTab, formTab } = parts;
  const notice = h("div", { class: "try-form-note", role: "status" });
  const rows = h("div", {});
  parts.form.append(notice, rows);
  /** @type {Promise<ReturnType<typeof createForm>> | undefined} */
  let form;
  /** @type {string | undefined} the text with comments that the form is about to replace */
  let commented;
  let ownText = false;

  const writing = latest({
    /** @param {any} data */
    ask: (data) => python.call("write", { data }),
    answered: ({ text }) => {
      if (commented !== undefined) offerBack(commented);
      commented = undefined;
      ownText = true;
      editor.text = text;
      ownText = false;
    },
    failed: tell,
    busy: (busy) => rows.setAttribute("aria-busy", String(busy)),
    pause: 150,
  });

  /** @param {Error} error */
  function tell(error) {
    notice.replaceChildren(h("p", { class: "dod-bad" }, error.message));
  }

  /** @param {string} before */
  function offerBack(before) {
    const back = () => {
      editor.text = before;
      follow();
    };
    const button = h("button", { type: "button", class: "try-button", onclick: back }, "Put the comments back");
    const words = "The form has written the text anew, without its comments. Putting them back undoes what was filled in since.";
    notice.replaceChildren(h("p", {}, words), button);
  }

  /** The form, made once, however many ask for it meanwhile; anew where that failed. */
  function theForm() {
    return (form ??= python
      .call("fields", {})
      .then(({ groups }) => createForm(rows, groups, (data) => writing.ask(data)))
      .catch(forget));
  }

  /** @param {unknown} error @returns {never} */
  function forget(error) {
    form = undefined;
    throw error;
  }

  /** Show what the text says, unless the form is about to write it. */
  async function follow() {
    if (parts.form.hidden || writing.pending) return;
    const text = editor.text;
    try {
      const there = await theForm();
      /** @type {Values} */
      const values = await python.call("read", { text });
      if (editor.text === text && !writing.pending) shown(there, values, text);
    } catch (error) {
      tell(/** @type {Error} */ (error));
    }
  }

  /**
   * @param {ReturnType<typeof createForm>} there
   * @param {Values} values
   * @param {string} text
   */
  function shown(there, { problems, data, comments }, text) {
    commented = comments ? text : undefined;
    rows.hidden = problems.length > 0;
    if (problems.length) {
      notice.replaceChildren(h("p", {}, "The form cannot show this text:"), problemList(problems, goToLine));
      return;
    }
    const words = "The text has comments. They are lost as soon as the form writes it.";
    notice.replaceChildren(comments ? h("p", {}, words) : "");
    there.show(data);
  }

  /** @param {boolean} asForm */
  function choose(asForm) {
    parts.form.hidden = !asForm;
    parts.text.hidden = asForm;
    for (const [one, selected] of /** @type {[HTMLElement, boolean][]} */ ([[textTab, !asForm], [formTab, asForm]])) {
      one.setAttribute("aria-selected", String(selected));
      one.tabIndex = selected ? 0 : -1;
    }
    follow();
  }

  /** @param {number} line */
  function goToLine(line) {
    choose(false);
    editor.goToLine(line);
  }

  textTab.addEventListener("click", () => choose(false));
  formTab.addEventListener("click", () => choose(true));
  for (const one of [textTab, formTab]) {
    one.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const asForm = one === textTab;
      choose(asForm);
      (asForm ? formTab : textTab).focus();
    });
  }
  return {
    goToLine,
    /** The text was changed: if not by the form, what that was about to write comes too late. */
    changed() {
      if (!ownText) writing.drop();
    },
    follow,
  };
}
