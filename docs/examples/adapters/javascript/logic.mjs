/**
 * Verdicts, and how they are reached where something is unknown.
 *
 * A fact is held as the array of the values that it may have: one value if it is known, several if it is not.
 * So "unknown" is never a value of its own, and no rule has to think of it.
 */

export const MET = "met";
export const VIOLATED = "violated";
export const NOT_APPLICABLE = "not-applicable";
export const UNDETERMINED = "undetermined";

/** What a yes-or-no fact may be while nobody has said. */
export const YES_OR_NO = Object.freeze([true, false]);
export const YES = Object.freeze([true]);
export const NO = Object.freeze([false]);

/**
 * The values that a field may have: the one that is given, or all of its domain if it is left out.
 * `null` counts as left out, so a field for which null means "none" must be translated before.
 * @template T
 * @param {T | null | undefined} given
 * @param {readonly T[]} domain
 * @returns {readonly T[]}
 */
export function possible(given, domain) {
  return given === undefined || given === null ? domain : [given];
}

/**
 * A yes-or-no fact that is certain, impossible, or neither.
 * @param {boolean} certain it is so, whatever the unknown values are
 * @param {boolean} imaginable it is so for some of them
 */
export function between(certain, imaginable) {
  return certain ? YES : imaginable ? YES_OR_NO : NO;
}

/** A rule's answer in words. */
export function verdict(holds) {
  return holds ? MET : VIOLATED;
}

/** One verdict out of two that are both possible. */
export function either(first, second) {
  return first === undefined || first === second ? second : UNDETERMINED;
}

/**
 * Asks a rule for every combination of values that the facts may have.
 * The answer is certain where all agree; else, and wherever the rule itself has no answer, it is undetermined.
 * @param {readonly (readonly unknown[])[]} facts
 * @param {(...values: any[]) => string} rule
 * @returns {string}
 */
export function decide(facts, rule) {
  const values = new Array(facts.length);
  let answer;
  const ask = (index) => {
    if (index === facts.length) {
      answer = either(answer, rule(...values));
      return answer !== UNDETERMINED;
    }
    for (const value of facts[index]) {
      values[index] = value;
      if (!ask(index + 1)) return false;
    }
    return true;
  };
  ask(0);
  return answer;
}
