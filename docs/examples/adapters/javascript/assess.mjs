/** From a question to an answer: what becomes of an attempt, and which requirements are violated or open. */
import { UNDETERMINED, VIOLATED } from "./logic.mjs";
import { derive } from "./facts.mjs";
import { ADVISING, BLOCKING, WISHED, coverage } from "./requirements.mjs";

const BLOCKERS = Object.entries(BLOCKING);
const ADVICE = Object.entries(ADVISING);
const WISHES = { "on-demand": Object.entries(WISHED), run: [] };

/**
 * @param {{site: object, attempt: object, wish: string}} question
 * @returns {{outcome: string, violated: string[], undetermined: string[]}}
 */
export function assess({ site, attempt, wish }) {
  const wishes = WISHES[wish];
  if (!wishes) throw new Error(`there is no wish ${JSON.stringify(wish)}`);
  const facts = derive(site, attempt);
  const covered = coverage(facts);
  if (covered.length > 1) {
    const everything = [...BLOCKERS, ...wishes, ...ADVICE].map(([id]) => id);
    return { outcome: "undetermined", violated: [], undetermined: everything };
  }
  if (!covered[0]) return { outcome: "not-covered", violated: [], undetermined: [] };

  const violated = [];
  const undetermined = [];
  const ask = (requirements) => {
    for (const [id, rule] of requirements) {
      const answer = rule(facts);
      if (answer === VIOLATED) violated.push(id);
      else if (answer === UNDETERMINED) undetermined.push(id);
    }
  };
  ask(BLOCKERS);
  const outcome = violated.length ? "does-not-run" : undetermined.length ? "undetermined" : downloads(facts);
  ask(wishes);
  ask(ADVICE);
  return { outcome, violated, undetermined };
}

/** Where nothing is in the way the option is known, for content-downloaded-locally and download-on-demand are. */
function downloads({ option }) {
  return option[0] === "download-when-needed" ? "downloads-on-demand" : "downloads-before-start";
}
