// @ts-check
// Running a feature, and what comes back.

import { python } from "../python.mjs";

/** @typedef {{ line: number, message: string, hint: string }} Problem */
/** @typedef {{ keyword: string, pattern: string, meaning: string, example: string }} Near */
/**
 * @typedef {object} Step
 * @property {number} line
 * @property {string} keyword
 * @property {string} text
 * @property {"passed" | "failed" | "undefined" | "skipped"} came
 * @property {string} why
 * @property {Near[]} nearest
 */
/** @typedef {{ line: number, name: string, came: "passed" | "failed" | "skipped", steps: Step[] }} Scenario */
/**
 * @typedef {object} Came
 * @property {Problem | null} problem for which nothing ran
 * @property {Problem[]} doubts
 * @property {Scenario[]} scenarios
 * @property {{ passed: number, failed: number, skipped: number }} counts
 */

/** After so many milliseconds a run is stopped. */
export const LONGEST = 20_000;

/**
 * Run a feature in Python.
 * @param {string} text
 * @param {string} file what it is called
 * @returns {Promise<Came>} rejects with an `Error` whose message is for readers
 */
export const run = (text, file) => python.call("run_feature", { text, file }, { timeout: LONGEST });
