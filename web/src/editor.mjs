// @ts-check
// A text editor with line numbers, and marks at lines where something is wrong.

/** @typedef {{ line: number, message: string }} Mark */
/**
 * @typedef {object} Editor
 * @property {string} text what stands in it
 * @property {(problems: Mark[]) => void} setProblems mark lines, from 1, each with a message
 * @property {(line: number) => void} goToLine put the cursor at a line, from 1, and show it
 * @property {() => void} focus
 */

/**
 * Make an editor. It lives in a shadow root, where its styles are sheets, which the content security policy allows.
 * @param {HTMLElement} parent
 * @param {{ text: string, language: "yaml" | "gherkin", label: string, onChange?: (text: string) => void }} options
 * @returns {Promise<Editor>}
 */
export async function createEditor(parent, { text, language, label, onChange }) {
  const { EditorState, EditorView, extensions, highlighted, setDiagnostics } = await import("./codemirror.mjs");
  const box = document.createElement("div");
  parent.append(box);
  const root = box.attachShadow({ mode: "open" });
  const state = EditorState.create({
    doc: text,
    extensions: [
      extensions(label),
      highlighted(language, text),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange?.(update.state.doc.toString());
      }),
    ],
  });
  const view = new EditorView({ state, parent: root, root });

  /** @param {number} line */
  const lineAt = (line) => view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));

  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    },
    setProblems(problems) {
      const marks = problems.map(({ line, message }) => {
        const { from, to } = lineAt(line);
        return { from, to, severity: /** @type {"error"} */ ("error"), message };
      });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goToLine(line) {
      const { from } = lineAt(line);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
  };
}
