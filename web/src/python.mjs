// @ts-check
// The way from a page to Python: one worker for the whole page, started by the first question.

/** @typedef {"off" | "loading" | "ready" | "failed"} State */
/** @typedef {{ state: State, text: string }} Told */
/** @typedef {{ resolve(answer: any): void, reject(error: Error): void, timer: ReturnType<typeof setTimeout> | undefined, within: number }} Waiting */

const LOADING_TAKES_AT_MOST = 120_000;

// A worker takes its content security policy from its own answer, which a host of plain files cannot give. One that is
// made from a blob has the policy of the page: nothing in it, Python included, reaches another host.
const HERE = new URL("worker.js", import.meta.url);
const RUNTIME = new URL("../runtime/", import.meta.url);

class Python {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Map<number, Waiting>} */ #waiting = new Map();
  /** @type {Set<(told: Told) => void>} */ #listeners = new Set();
  /** @type {Told} */ #told = { state: "off", text: "" };
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #loading;
  #address = "";
  #asked = 0;

  /**
   * Ask the model. The time of a question begins when Python is ready or, if it is, when the question is asked: it counts
   * while earlier questions are answered.
   * @param {string} question one that `dod_model.browser` knows
   * @param {Record<string, unknown>} args
   * @param {{ timeout?: number }} [limits] milliseconds, after which the worker is ended
   * @returns {Promise<any>} rejects with an `Error` whose message is for readers
   */
  call(question, args, { timeout = 20_000 } = {}) {
    const worker = this.#start();
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      /** @type {Waiting} */
      const waiting = { resolve, reject, timer: undefined, within: timeout };
      this.#waiting.set(id, waiting);
      if (this.#told.state === "ready") this.#limit(waiting);
      worker.postMessage({ id, question, asked: JSON.stringify(args) });
    });
  }

  /** Begin to load Python, without a question. */
  load() {
    this.#start();
  }

  /**
   * Be told of the state, now and whenever it changes.
   * @param {(told: Told) => void} listener
   * @returns {() => void} ends it
   */
  onState(listener) {
    this.#listeners.add(listener);
    listener(this.#told);
    return () => this.#listeners.delete(listener);
  }

  /** End the worker, whatever it does. The next question starts a new one. */
  stop(why = "It was stopped.") {
    this.#end({ state: "off", text: "" }, why);
  }

  #start() {
    if (this.#worker) return this.#worker;
    const blob = new Blob([`import ${JSON.stringify(HERE.href)};`], { type: "text/javascript" });
    this.#address = URL.createObjectURL(blob);
    const worker = new Worker(this.#address, { type: "module", name: "python" });
    worker.addEventListener("message", ({ data }) => this.#heard(data));
    worker.addEventListener("message", () => this.#release(), { once: true });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#end({ state: "failed", text: event.message || "the worker did not load" }, NOT_LOADED);
    });
    // Sent now, it waits until the modules of the worker are there.
    worker.postMessage({ runtime: RUNTIME.href });
    this.#worker = worker;
    this.#tell({ state: "loading", text: "Python is on its way" });
    this.#loading = setTimeout(
      () => this.#end({ state: "failed", text: "loading took too long" }, NOT_LOADED),
      LOADING_TAKES_AT_MOST,
    );
    return worker;
  }

  /** A worker that has spoken has read its blob. */
  #release() {
    URL.revokeObjectURL(this.#address);
  }

  /** @param {any} data */
  #heard(data) {
    if (data.state === "failed") return this.#end(data, NOT_LOADED);
    if (data.state === "ready") {
      clearTimeout(this.#loading);
      for (const waiting of this.#waiting.values()) this.#limit(waiting);
    }
    if (data.state) return this.#tell(data);
    const waiting = this.#waiting.get(data.id);
    if (!waiting) return;
    this.#waiting.delete(data.id);
    clearTimeout(waiting.timer);
    if (data.error === undefined) waiting.resolve(JSON.parse(data.answer));
    else waiting.reject(new Error(`This is a bug of ours: ${data.error}`));
  }

  /** @param {Waiting} waiting */
  #limit(waiting) {
    const seconds = (waiting.within / 1000).toLocaleString("en");
    waiting.timer = setTimeout(
      () => this.stop(`It was stopped, for it took longer than ${seconds} seconds.`),
      waiting.within,
    );
  }

  /**
   * @param {Told} told
   * @param {string} why
   */
  #end(told, why) {
    clearTimeout(this.#loading);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#release();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#tell(told);
    for (const one of waiting) {
      clearTimeout(one.timer);
      one.reject(new Error(why));
    }
  }

  /** @param {Told} told */
  #tell(told) {
    this.#told = { state: told.state, text: told.text };
    for (const listener of this.#listeners) listener(this.#told);
  }
}

const NOT_LOADED = "Python could not be loaded into this page.";

/** The one Python of the page. */
export const python = new Python();
