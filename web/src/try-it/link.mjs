// @ts-check
// A description inside of a link: behind the #, which browsers send to nobody.

/** @typedef {Record<string, string>} Options */
/** @typedef {{ text: string, options: Options }} Shared */

const LONGEST = 200_000;
const LARGEST = 2 ** 20;
const EXAMPLE = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/;

/** What is wrong with a link, for readers. */
export class LinkError extends Error {}

/**
 * @param {Shared} shared
 * @returns {Promise<string>} what stands behind the #
 * @throws {LinkError} it would be too long
 */
export async function packed({ text, options }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ text, options }));
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const found = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (let at = 0; at < found.length; at += 0x8000) binary += String.fromCharCode(...found.subarray(at, at + 0x8000));
  const fragment = `s=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  if (bytes.length > LARGEST || fragment.length > LONGEST) throw new LinkError("This description is too long for a link.");
  return fragment;
}

/**
 * What a fragment asks for.
 * @param {string} hash with or without its #
 * @returns {Promise<{ shared: Shared } | { example: string } | undefined>} undefined if it asks for nothing
 * @throws {LinkError} it is damaged or too large
 */
export async function unpacked(hash) {
  const [, name, value] = /^#?(s|example)=(.*)$/s.exec(hash) ?? [];
  if (name === undefined || value === undefined) return undefined;
  if (name === "example") {
    const example = decodeURIComponentSafely(value);
    if (!EXAMPLE.test(example)) throw new LinkError("This link names no example.");
    return { example };
  }
  if (value.length > LONGEST) throw new LinkError("This link is too long to be one of ours.");
  return { shared: sharedIn(await inflated(value)) };
}

/** @param {string} text */
function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const DAMAGED = "This link is damaged: what it holds cannot be read. Was it cut off?";

/** @param {string} value */
async function inflated(value) {
  try {
    const binary = atob(value.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new TextDecoder("utf-8", { fatal: true }).decode(await bounded(stream.getReader()));
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError(DAMAGED);
  }
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader */
async function bounded(reader) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new LinkError("This link holds more than a description may have.");
    }
    chunks.push(new Uint8Array(value));
  }
  return new Blob(chunks).arrayBuffer();
}

/**
 * A description and its options, written as JSON.
 * @param {string} json
 * @returns {Shared}
 * @throws {LinkError} it is something else
 */
export function sharedIn(json) {
  try {
    const { text, options } = JSON.parse(json);
    if (typeof text === "string" && options !== null && typeof options === "object") {
      const known = Object.entries(options).filter((pair) => typeof pair[1] === "string");
      return { text, options: Object.fromEntries(known) };
    }
  } catch {
    // told below
  }
  throw new LinkError(DAMAGED);
}
