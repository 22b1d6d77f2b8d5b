// @ts-check
// Questions while someone types: after a pause, one at a time, and only the answer to the latest counts.

/**
 * @template Asked, Answer
 * @param {object} way
 * @param {(asked: Asked) => Promise<Answer>} way.ask
 * @param {(answer: Answer, asked: Asked) => void} way.answered
 * @param {(error: Error) => void} way.failed
 * @param {(busy: boolean) => void} way.busy
 * @param {number} [way.pause] milliseconds
 */
export function latest({ ask, answered, failed, busy, pause = 250 }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {{ asked: Asked } | undefined} */
  let next;
  let asking = false;
  let dropped = 0;
  let inFlight = 0;

  async function go() {
    if (asking || !next) return;
    const { asked } = next;
    next = undefined;
    asking = true;
    const before = dropped;
    inFlight = dropped;
    busy(true);
    try {
      const answer = await ask(asked);
      if (!next && before === dropped) answered(answer, asked);
    } catch (error) {
      if (!next && before === dropped) failed(/** @type {Error} */ (error));
    }
    asking = false;
    if (next && timer === undefined) go();
    else if (!next) busy(false);
  }

  return {
    /** Whether an answer is still to come. */
    get pending() {
      return next !== undefined || (asking && inFlight === dropped);
    },
    /**
     * @param {Asked} asked
     * @param {boolean} [atOnce] without the pause
     */
    ask(asked, atOnce = false) {
      next = { asked };
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        go();
      }, atOnce ? 0 : pause);
    },
    /** Forget what was asked: its answer comes too late. */
    drop() {
      dropped += 1;
      next = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
