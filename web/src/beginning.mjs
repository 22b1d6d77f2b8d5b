// @ts-check
// An interpreter takes a second to begin. What its memory is like then is the same for everybody, and knows of nothing
// that a reader wrote: it is kept in the reader's browser, for the next visit.

const STORE = "dod-python";

/**
 * The memory of an interpreter that has begun.
 * @param {string} key of which interpreter, and with what imported
 * @returns {Promise<ArrayBuffer | undefined>} nothing on a first visit, or where a browser keeps nothing
 */
export async function kept(key) {
  try {
    const store = await caches.open(STORE);
    return await (await store.match(address(key)))?.arrayBuffer();
  } catch {
    return undefined;
  }
}

/**
 * Keep it, instead of an older one. Whether it could be kept changes nothing but the speed of the next visit.
 * @param {string} key
 * @param {Uint8Array} memory
 * @param {{ archive: ArrayBuffer, digest: string }} made what it was made from has to be what the key says: of two files
 *   one may come from a cache
 */
export async function keep(key, memory, { archive, digest }) {
  try {
    if (!hex(await crypto.subtle.digest("SHA-256", archive)).startsWith(digest)) return;
    const store = await caches.open(STORE);
    for (const older of await store.keys()) await store.delete(older);
    await store.put(address(key), new Response(/** @type {BlobPart} */ (memory)));
  } catch {
    // Not allowed here, or no room.
  }
}

/**
 * Keep nothing any more.
 * @returns {Promise<boolean>} whether there was something
 */
export async function forget() {
  try {
    return await caches.delete(STORE);
  } catch {
    return false;
  }
}

/** @param {ArrayBuffer} bytes */
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {string} key */
const address = (key) => new Request(new URL(`/beginning?${encodeURIComponent(key)}`, self.origin));
