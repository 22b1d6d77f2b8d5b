// @ts-check
// Python in a worker: loads the runtime from this host, then answers questions one after the other.

import { forget, keep, kept } from "./beginning.mjs";

/** @typedef {{ id: number, question: string, asked: string }} Question */

/** @param {Record<string, unknown>} message */
const tell = (message) => postMessage(message);

/** Fails once a file of the runtime is not there, for which the interpreter itself would wait for ever. */
const missing = new Promise((_, fail) => {
  const plain = self.fetch;
  self.fetch = async (...asked) => {
    const answer = await plain(...asked);
    if (!answer.ok) fail(new Error(`${answer.url}: ${answer.status}`));
    return answer;
  };
});
missing.catch(() => {}); // told by whoever waits for it

/**
 * Load Python: from a beginning that was kept, or else, and also where that one does not load, from the start.
 * @param {string} runtime the folder of the runtime, ending in a slash
 */
async function begin(runtime) {
  try {
    return await Promise.race([load(runtime, true), missing]);
  } catch (error) {
    if (!(await forget())) throw error;
    return await Promise.race([load(runtime, false), missing]);
  }
}

/**
 * @param {string} runtime
 * @param {boolean} known whether a beginning that was kept may be used
 */
async function load(runtime, known) {
  /** @param {string} name */
  const get = async (name) => {
    const answer = await fetch(new URL(name, runtime));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  };
  tell({ state: "loading", text: "Python is on its way" });
  const archive = get("python.zip").then((answer) => answer.arrayBuffer());
  archive.catch(() => {}); // told below, if loading comes so far
  const [{ loadPyodide, version }, { archive: digest, modules }] = await Promise.all([
    import(new URL("pyodide.mjs", runtime).href),
    get("beginning.json").then((answer) => answer.json()),
  ]);
  const key = `${version} ${digest}`;
  const beginning = known ? await kept(key) : undefined;
  const python = await loadPyodide({
    indexURL: runtime,
    checkAPIVersion: false,
    env: { HOME: "/app", PYDANTIC_DISABLE_PLUGINS: "__all__" }, // there are none to look for
    ...(beginning ? { _loadSnapshot: beginning } : { _makeSnapshot: true }),
  });
  tell({ state: "loading", text: "the model is unpacked" });
  python.unpackArchive(await archive, "zip", { extractDir: "/app" });
  if (!beginning) {
    python.runPython("import sys; sys.path.insert(0, '/app'); sys.dont_write_bytecode = True");
    python.runPython(`import importlib\nfor name in ${JSON.stringify(modules)}: importlib.import_module(name)`);
    python.runPython("from dod_model.documents import documents, statements; documents(), statements()");
    keep(key, python.makeMemorySnapshot(), { archive: await archive, digest });
  }
  const door = python.pyimport("dod_model.browser");
  tell({ state: "ready", text: "" });
  return door;
}

/** @type {Promise<any> | undefined} */
let door;

addEventListener("message", async ({ data }) => {
  if (typeof data.runtime === "string") {
    door = begin(data.runtime);
    door.catch((error) => tell({ state: "failed", text: String(error).slice(0, 2000) }));
    return;
  }
  const { id, question, asked } = /** @type {Question} */ (data);
  try {
    tell({ id, answer: (await door).call(question, asked) });
  } catch (error) {
    tell({ id, error: String(error).slice(0, 4000) });
  }
});
