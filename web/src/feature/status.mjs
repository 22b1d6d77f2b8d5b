// @ts-check
// What goes on, for those who see it and those who hear it.

import { h } from "../dom.mjs";
import { python } from "../python.mjs";

/** A line that tells what goes on: loading, running, and what came of it. */
export class Status {
  #bar = h("progress", { "aria-hidden": "true", hidden: true });
  #text = h("span", { role: "status" });
  #work = "";

  constructor() {
    this.element = h("span", { class: "dod-status" }, this.#bar, this.#text);
    python.onState(({ state, text }) => {
      if (!this.#work) return;
      this.#say(state === "loading" ? `Python is loaded into this page, once: ${text}` : this.#work, "", true);
    });
  }

  /** @param {string} work what goes on */
  busy(work) {
    this.#work = `${work} …`;
    this.#say(this.#work, "", true);
  }

  /**
   * @param {string} text what came of it
   * @param {"" | "good" | "bad"} [colour]
   */
  done(text, colour = "") {
    this.#work = "";
    this.#say(text, colour, false);
  }

  /** @param {string} text why nothing came of it */
  failed(text) {
    this.done(text, "bad");
  }

  /**
   * @param {string} text
   * @param {string} colour
   * @param {boolean} busy
   */
  #say(text, colour, busy) {
    this.#bar.hidden = !busy;
    this.#text.className = colour ? `dod-${colour}` : "";
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }
}
