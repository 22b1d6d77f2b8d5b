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
 */
export async function keep(key, memory) {
  try {
    const store = await caches.open(STORE);
    for (const older of await store.keys()) await store.delete(older);
    await store.put(address(key), new Response(/** @type {BlobPart} */ (memory)));
  } catch {
    // Not allowed here, or no room.
  }
}

/** @param {string} key */
const address = (key) => new Request(new URL(`/beginning?${encodeURIComponent(key)}`, self.origin));
