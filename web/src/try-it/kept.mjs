// @ts-check
// What a reader wrote, kept in this tab until it is closed: whoever leaves the page finds it again.

import { sharedIn } from "./link.mjs";

const KEY = "dod-try-it";
const LARGEST = 2 ** 18;

/**
 * Keep a description, instead of an older one.
 * @param {import("./link.mjs").Shared} written
 * @returns {boolean} whether it is kept: it is not too large, and the browser lets a page keep something
 */
export function keep({ text, options }) {
  try {
    sessionStorage.removeItem(KEY); // an older one would come back in its place
    const json = JSON.stringify({ text, options });
    if (new TextEncoder().encode(json).length > LARGEST) return false;
    sessionStorage.setItem(KEY, json);
    return true;
  } catch {
    return false;
  }
}

/**
 * What was kept last.
 * @returns {import("./link.mjs").Shared | undefined} nothing if nothing was written in this tab, or it cannot be read
 */
export function kept() {
  try {
    const json = sessionStorage.getItem(KEY);
    return json === null || json.length > LARGEST ? undefined : sharedIn(json);
  } catch {
    return undefined;
  }
}
