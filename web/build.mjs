// Bundles the browser side of the docs: `node build.mjs [OUT]`.
import { build } from "esbuild";

const out = process.argv[2] ?? "../build/docs/assets/app";

await build({
  entryPoints: { dod: "src/dod.mjs", worker: "src/worker.mjs" },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  charset: "utf8",
  logLevel: "warning",
  // Loaded by the worker from the folder of the runtime, beside its own files.
  external: ["./pyodide.mjs"],
});
