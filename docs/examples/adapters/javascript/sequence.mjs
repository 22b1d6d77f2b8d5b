/**
 * What lies in a task sequence, its groups and its child task sequences. Parent and children reach the client as one
 * policy (F107), and conditions of steps do not count: what a step may fetch has to be in the cloud.
 */
import { between } from "./logic.mjs";

/**
 * @typedef {object} Sequence
 * @property {Set<string>} packages the packages that steps are known to refer to
 * @property {boolean} morePackages steps may refer to further ones, of which nothing is known
 * @property {readonly boolean[]} disabledChild a child task sequence is disabled (F10A)
 * @property {readonly boolean[]} downloadStep a step is Download Package Content (F108)
 * @property {readonly boolean[]} networkPath an upgrade step takes its source from a network path (F149)
 */

/**
 * @param {Map<string, object> | undefined} sequences by name; undefined if it is unknown which there are
 * @param {string} name
 * @returns {Sequence}
 */
export function explore(sequences, name) {
  const seen = new Set([name]);
  const packages = new Set();
  let morePackages = false;
  let moreSteps = false; // steps of which nothing is known, so that there may be any
  const disabled = { certain: false, imaginable: false };
  const download = { certain: false };
  const network = { certain: false, imaginable: false };

  const visitAll = (steps) => {
    if (!steps) moreSteps = true;
    else for (const step of steps) visit(step);
  };

  const visitChild = (childName) => {
    const child = childName === undefined ? undefined : sequences?.get(childName);
    if (child?.enabled === false) disabled.certain = true;
    if (child?.enabled !== true) disabled.imaginable = true;
    if (childName !== undefined && seen.has(childName)) return;
    seen.add(childName);
    visitAll(child?.steps);
  };

  const visit = (step) => {
    if (step.kind === "group") return visitAll(step.steps);
    if (step.kind === "run-task-sequence") return visitChild(step.task_sequence);
    if (step.packages) for (const name of step.packages) packages.add(name);
    else morePackages = true;
    if (step.kind === "download-package-content") download.certain = true;
    if (step.kind === "upgrade-operating-system") {
      if (step.network_path === true) network.certain = true;
      if (step.network_path !== false) network.imaginable = true;
    }
  };

  visitAll(sequences?.get(name)?.steps);
  return {
    packages,
    morePackages: morePackages || moreSteps,
    disabledChild: between(disabled.certain, disabled.imaginable || moreSteps),
    downloadStep: between(download.certain, moreSteps),
    networkPath: between(network.certain, network.imaginable || moreSteps),
  };
}
