/**
 * Where the packages of a task sequence are. Cloud sources are gateways and cloud distribution points (F032); other
 * distribution points do not help a client that uses a gateway (F146). Content counts where it is installed, in the
 * current version of its package.
 *
 * For each package the unknown parts are few: the current version, what a source holds, and whether sources run or
 * serve. So each question is answered by the worst and the best that they could come to.
 */
import { between } from "./logic.mjs";

/** A version that no source holds, for a package whose current version is unknown. */
const SOME_OTHER_VERSION = Symbol("some other version");
/** A source of which nothing is known. */
const SOME_SOURCE = Object.freeze({});

/**
 * @typedef {object} Content
 * @property {readonly boolean[]} inTheCloud every package is on a cloud source (F033)
 * @property {(siteCan: boolean) => readonly boolean[]} unserved a package is in the cloud on gateways only, none of
 *   which is content-enabled (F035); before 1806 none can be (F018)
 * @property {(siteCan: boolean) => readonly boolean[]} onARunningSource every package is on a source that runs; on one
 *   that serves it, if there is any; told for the case that all are in the cloud (F098, F035, F018)
 * @property {readonly boolean[]} restsOnCloudPoints a package is on cloud distribution points, and on no gateway that is
 *   content-enabled (F019, F035); the release does not count, for while no gateway serves a point can be created
 */

/**
 * @param {object} site
 * @param {Map<string, object> | undefined} packages by name; undefined if it is unknown which there are
 * @param {import("./sequence.mjs").Sequence} sequence
 * @returns {Content}
 */
export function locate(site, packages, sequence) {
  const sources = [...sourcesOf(site.gateways, true), ...sourcesOf(site.cloud_distribution_points, false)];
  const named = [...sequence.packages].map((name) => holders(name, packages?.get(name), sources));
  const unnamed = sequence.morePackages ? [anyPackage(sources)] : []; // there may be such packages, or none
  const all = (certainly, perhaps) =>
    between(named.every(certainly) && unnamed.every(certainly), named.every(perhaps));
  const any = (certainly, perhaps) =>
    between(named.some(certainly), named.some(perhaps) || unnamed.some(perhaps));
  return {
    inTheCloud: all((cases) => cases.every(isHeld), (cases) => cases.some(mayBeHeld)),
    onARunningSource: (siteCan) =>
      all((cases) => cases.every((held) => isOnARunningOne(held, siteCan)),
        (cases) => cases.some((held) => mayBeOnARunningOne(held, siteCan))),
    unserved: (siteCan) =>
      any((cases) => cases.every((held) => isUnserved(held, siteCan)),
        (cases) => cases.some((held) => mayBeUnserved(held, siteCan))),
    restsOnCloudPoints: any((cases) => cases.every(rests), (cases) => cases.some(mayRest)),
  };
}

/** Sources with their contents by package; where it is unknown which there are, one that may be anything. */
function sourcesOf(described, gateway) {
  return (described ?? [SOME_SOURCE]).map((source) => ({
    gateway,
    stopped: source.state === "stopped",
    running: source.state === "running",
    switchedOn: source.serves_content === true,
    switchedOff: source.serves_content === false,
    content: source.content && byPackage(source.content),
  }));
}

function byPackage(content) {
  const table = new Map();
  for (const held of content) {
    if (table.has(held.package)) table.get(held.package).push(held);
    else table.set(held.package, [held]);
  }
  return table;
}

/**
 * Who holds a package: for each version that may be the current one, the sources that hold it, certainly or perhaps.
 * @returns {{source: object, certain: boolean}[][]}
 */
function holders(name, described, sources) {
  const current = described?.version;
  const versions = current === undefined ? versionsHeld(name, sources) : [current];
  return versions.map((version) => {
    const held = [];
    for (const source of sources) {
      const certain = holds(source, name, version);
      if (certain !== false) held.push({ source, certain: certain === true });
    }
    return held;
  });
}

/** Who holds a package of which nothing is known: perhaps every source that has anything. */
function anyPackage(sources) {
  const held = sources.filter(({ content }) => content?.size !== 0).map((source) => ({ source, certain: false }));
  return [held];
}

function versionsHeld(name, sources) {
  const versions = new Set([SOME_OTHER_VERSION]);
  for (const source of sources) {
    for (const held of source.content?.get(name) ?? []) if (held.version !== undefined) versions.add(held.version);
  }
  return [...versions];
}

/** Whether a source holds a package in this version; undefined for perhaps. What it does not list it lacks. */
function holds(source, name, version) {
  if (!source.content) return undefined;
  let answer = false;
  for (const held of source.content.get(name) ?? []) {
    if (held.state !== undefined && held.state !== "installed") continue;
    if (held.version !== undefined && held.version !== version) continue;
    if (held.state !== undefined && held.version !== undefined) return true;
    answer = undefined;
  }
  return answer;
}

const isHeld = (held) => held.some((each) => each.certain);
const mayBeHeld = (held) => held.length > 0;
const onGateway = (each) => each.source.gateway;
const serves = (each, siteCan) => !onGateway(each) || (siteCan && each.source.switchedOn);
const mayServe = (each, siteCan) => !onGateway(each) || (siteCan && !each.source.switchedOff);

// One that runs is enough, unless the package has sources that serve it and all of those are stopped.
const isOnARunningOne = (held, siteCan) =>
  held.some((each) => each.certain && each.source.running) &&
  (held.some((each) => each.certain && each.source.running && serves(each, siteCan)) ||
    held.every((each) => each.source.running || !mayServe(each, siteCan)));
const mayBeOnARunningOne = (held, siteCan) =>
  held.some((each) => !each.source.stopped) &&
  (held.some((each) => !each.source.stopped && mayServe(each, siteCan)) ||
    !held.some((each) => each.certain && each.source.stopped && serves(each, siteCan)));

const rests = (held) =>
  held.some((each) => !onGateway(each) && each.certain) &&
  !held.some((each) => onGateway(each) && !each.source.switchedOff);
const mayRest = (held) =>
  held.some((each) => !onGateway(each)) &&
  !held.some((each) => onGateway(each) && each.certain && each.source.switchedOn);

const isUnserved = (held, siteCan) => isHeld(held) && !held.some((each) => mayServe(each, siteCan));
const mayBeUnserved = (held, siteCan) =>
  held.some((each) => !serves(each, siteCan)) && !held.some((each) => each.certain && serves(each, siteCan));
