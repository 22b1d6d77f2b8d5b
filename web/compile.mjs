// Compiles the archive of the runtime with the interpreter of the pages: `node compile.mjs FOLDER`.
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { loadPyodide } from "pyodide";

const folder = process.argv[2];
const python = await loadPyodide({
  checkAPIVersion: false,
  // That of the pages, so that what is missing there is missed here.
  stdLibURL: resolve(folder, "python_stdlib.zip"),
  env: { PYTHONHASHSEED: "0", HOME: "/app" },
});
python.FS.writeFile("/sources.zip", new Uint8Array(await readFile(join(folder, "python.zip"))));
python.runPython(await readFile(new URL("compile.py", import.meta.url), "utf8"));
for (const name of ["python.zip", "beginning.json"]) {
  await writeFile(join(folder, name), python.FS.readFile(`/${name}`));
}
