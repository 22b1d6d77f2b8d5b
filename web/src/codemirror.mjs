// @ts-check
// CodeMirror, with what the editors of these pages have: a chunk of its own, loaded with the first editor.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import {
  HighlightStyle,
  StreamLanguage,
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { gherkin } from "@codemirror/legacy-modes/mode/gherkin";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

export { EditorState, EditorView, setDiagnostics };

const languages = { yaml: yaml(), gherkin: StreamLanguage.define(gherkin) };

const DEEPEST = 100;
/** @type {import("@codemirror/state").Extension} */
const PLAIN = [];
const BRACKETS = /** @type {Record<string, number>} */ ({ "[": 1, "{": 1, "]": -1, "}": -1 });

/**
 * Whether a text is nested so deep that its parser, which calls itself, would run out of room.
 * @param {string} text
 */
function isDeep(text) {
  let depth = 0;
  for (const sign of text) {
    depth = Math.max(0, depth + (BRACKETS[sign] ?? 0));
    if (depth > DEEPEST) return true;
  }
  return new RegExp(`(?:[-?:] +){${DEEPEST}}`).test(text);
}

/**
 * The colours of a language, as long as the text is not too deep for it.
 * @param {keyof typeof languages} language
 * @param {string} text what stands in the editor at first
 */
export function highlighted(language, text) {
  const shown = new Compartment();
  /** @param {string} now */
  const fit = (now) => (isDeep(now) ? PLAIN : languages[language]);
  return [
    shown.of(fit(text)),
    EditorState.transactionExtender.of((change) => {
      if (!change.docChanged) return null;
      const wanted = fit(change.newDoc.toString());
      return wanted === shown.get(change.startState) ? null : { effects: shown.reconfigure(wanted) };
    }),
  ];
}

// The colours are those of the page, which knows of light and dark: custom properties reach into a shadow root.
const colours = HighlightStyle.define([
  { tag: [tags.comment, tags.meta], color: "var(--md-code-hl-comment-color)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--md-code-hl-string-color)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--md-code-hl-number-color)" },
  { tag: [tags.keyword, tags.definition(tags.propertyName)], color: "var(--md-code-hl-keyword-color)" },
  { tag: [tags.propertyName, tags.attributeName], color: "var(--md-code-hl-keyword-color)" },
]);

const look = EditorView.theme({
  "&": {
    backgroundColor: "var(--md-code-bg-color)",
    color: "var(--md-code-fg-color)",
    fontSize: "0.68rem",
    border: "1px solid var(--md-default-fg-color--lighter)",
    borderRadius: "0.1rem",
  },
  "&.cm-focused": { outline: "2px solid var(--md-accent-fg-color)" },
  ".cm-scroller": { fontFamily: "var(--md-code-font-family, monospace)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--md-default-fg-color)" },
  ".cm-cursor": { borderLeftColor: "var(--md-default-fg-color)" },
  ".cm-gutters": {
    backgroundColor: "var(--md-code-bg-color)",
    color: "var(--md-default-fg-color--light)",
    border: "none",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--md-accent-fg-color--transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--md-accent-fg-color--transparent)",
  },
  // The marks of the library are pictures inside an address, here they are signs.
  ".cm-lint-marker-error": { content: "normal", color: "var(--dod-bad)", fontWeight: "bold", textAlign: "center" },
  ".cm-lint-marker-error::before": { content: '"✘"' },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--dod-bad)",
    textDecorationSkipInk: "none",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--md-default-bg-color)",
    color: "var(--md-default-fg-color)",
    border: "1px solid var(--md-default-fg-color--lighter)",
    maxWidth: "min(30rem, 90vw)",
  },
});

// Typed over a selection, a browser carries the look of the old text over in a style of its own, which the policy refuses.
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const plain = event.inputType === "insertText" && event.data !== null && !view.composing;
    if (!plain || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data ?? ""), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

/**
 * What every editor has. Tab goes on to what follows, as everywhere on a page; Ctrl+] indents.
 * @param {string} label what the editor is called
 */
export const extensions = (label) => [
  lineNumbers(),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  indentUnit.of("  "),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
  keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
  typedOver,
  syntaxHighlighting(colours),
  look,
];
