// @ts-check
// Sentences of the report: names set apart, console labels in bold, and ways to the lines of the description.

import { h } from "../dom.mjs";

/** @typedef {{ text: string, name: boolean, line: number }} Piece */
/** @typedef {{ pieces: Piece[], head: string, indent: number, mood: string }} Line */
/** @typedef {{ title: string, lines: Line[] }} Section */
/** @typedef {(line: number) => void} GoTo */

const LONG = 500;
const POWERSHELL = "PowerShell: ";

/** @type {Record<string, string>} */
export const MOODS = { good: "dod-good", bad: "dod-bad", open: "dod-open", faint: "dod-quiet" };

/** @param {Line} line */
export const textOf = (line) => line.pieces.map((piece) => piece.text).join("");

/**
 * The pieces of a sentence, as what stands in an element.
 * @param {Line} line
 * @param {GoTo} goTo
 * @returns {HTMLElement}
 */
export function sentence(line, goTo) {
  const text = textOf(line);
  if (text.startsWith(POWERSHELL)) {
    return h("span", {}, POWERSHELL, h("code", {}, text.slice(POWERSHELL.length)));
  }
  const words = h("span", { class: "try-words" }, ...line.pieces.map((piece) => pieceOf(piece, goTo)));
  return text.length > LONG ? clipped(words) : words;
}

/**
 * @param {Piece} piece
 * @param {GoTo} goTo
 */
function pieceOf(piece, goTo) {
  const words = piece.name ? h("bdi", {}, piece.text) : piece.text;
  if (!piece.line) return words;
  const title = `Go to line ${piece.line} of the description`;
  return h("button", { type: "button", class: "try-place", title, onclick: () => goTo(piece.line) }, words);
}

/**
 * Text in which console labels stand between two asterisks.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function labelled(text) {
  return text.split("**").map((part, index) => (index % 2 ? h("strong", {}, part) : part));
}

/**
 * Something long: a few lines of it, and all on request.
 * @param {HTMLElement} words
 */
export function clipped(words) {
  words.classList.add("try-clipped");
  const button = h("button", { type: "button", class: "try-quiet-button", "aria-expanded": "false" }, "Show all of it");
  button.addEventListener("click", () => {
    const open = !words.classList.toggle("try-clipped");
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Show less" : "Show all of it";
  });
  return h("span", {}, words, " ", button);
}
