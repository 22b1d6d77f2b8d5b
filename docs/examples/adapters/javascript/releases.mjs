/**
 * Releases of both branches, and what the product can do since which.
 *
 * Current branch ("1910") and technical previews ("TP 1909") are two series that reuse the same numbers; there is no
 * order between them (F004), and a client is of the same branch as its site.
 */
import { NO, YES, YES_OR_NO } from "./logic.mjs";

const CURRENT_BRANCH = "CB";
const TECHNICAL_PREVIEW = "TP";

/** Build, the third field of a version, to release of the current branch (facts, section D). */
const RELEASE_OF_BUILD = new Map([
  [8325, 1511], [8355, 1602], [8412, 1606], [8458, 1610], [8498, 1702], [8540, 1706], [8577, 1710], [8634, 1802],
  [8692, 1806], [8740, 1810], [8790, 1902], [8853, 1906], [8913, 1910], [8968, 2002], [9012, 2006], [9040, 2010],
  [9049, 2103], [9058, 2107], [9068, 2111], [9078, 2203], [9088, 2207], [9096, 2211], [9106, 2303], [9122, 2309],
  [9128, 2403], [9132, 2409], [9135, 2503], [9141, 2509], [9146, 2603],
]);
const CURRENT_BRANCH_RELEASES = [...RELEASE_OF_BUILD.values()];

/** One preview of each span between two changes: they stand for all of an unknown preview. */
const TYPICAL_PREVIEWS = [1512, 1802, 1806, 1909, 1910];

/**
 * @typedef {object} Release
 * @property {string} branch
 * @property {number} number
 * @property {readonly boolean[]} upgradeOverGateway an in-place upgrade runs over a gateway: F001, F002
 * @property {readonly boolean[]} scriptOverGateway so does a sequence that has no boot image and is no upgrade: F014;
 *   of previews no document speaks
 * @property {readonly boolean[]} bootImageOverGateway a boot image is no longer refused, and has conditions of its own:
 *   F010, F013; that came to previews at some time after TP 1909, whose announcement refuses it (F081)
 * @property {readonly boolean[]} gatewayServesContent a gateway may be content-enabled: F018, F140
 * @property {readonly boolean[]} downloadOnDemand the engine fetches content from the cloud: F003, F004, F006
 * @property {boolean} defectOf2002 the two known defects, of this one release: F017
 * @property {readonly boolean[]} cloudPointCanBeMade a new cloud distribution point can be created: F019; TP 1909 still
 *   names them as a source (F032), of later previews no document says
 */

/** @returns {Release} */
function describe(branch, number) {
  const current = branch === CURRENT_BRANCH;
  const since = (release) => (number >= release ? YES : NO);
  return Object.freeze({
    branch,
    number,
    upgradeOverGateway: since(1802),
    scriptOverGateway: current ? since(1802) : YES_OR_NO,
    bootImageOverGateway: current ? since(2006) : number < 1910 ? NO : YES_OR_NO,
    gatewayServesContent: since(1806),
    downloadOnDemand: since(current ? 1910 : 1909),
    defectOf2002: current && number === 2002,
    cloudPointCanBeMade: current ? (number < 2107 ? YES : NO) : number < 1910 ? YES : YES_OR_NO,
  });
}

const EVERY = {
  [CURRENT_BRANCH]: CURRENT_BRANCH_RELEASES.map((number) => describe(CURRENT_BRANCH, number)),
  [TECHNICAL_PREVIEW]: TYPICAL_PREVIEWS.map((number) => describe(TECHNICAL_PREVIEW, number)),
};
const BY_NUMBER = new Map(EVERY[CURRENT_BRANCH].map((release) => [release.number, release]));
const ANY_PAIR = Object.values(EVERY).flatMap((all) => pairs(all, all));

/** @returns {{site: Release, client: Release}[]} */
function pairs(sites, clients) {
  return sites.flatMap((site) => clients.map((client) => ({ site, client })));
}

/**
 * Reads `1910`, `TP 1909` or a version such as `5.00.8913.1006`, of which the build alone counts.
 * @returns {Release | undefined} undefined for unknown: nothing is given, or the build is not in the table
 */
export function readRelease(given) {
  if (given === undefined || given === null) return undefined;
  const text = String(given).trim();
  const version = /^5\.0{1,2}\.(\d{4,5})(\.\d{1,5})?$/.exec(text);
  if (version) return BY_NUMBER.get(RELEASE_OF_BUILD.get(Number(version[1])));
  const preview = /^tp\s*(\d{4})$/i.exec(text);
  if (preview) return describe(TECHNICAL_PREVIEW, Number(preview[1]));
  const release = /^\d{4}$/.test(text) ? BY_NUMBER.get(Number(text)) : undefined;
  if (!release) throw new Error(`there is no release ${JSON.stringify(given)}`);
  return release;
}

/**
 * The pairs of releases that site and client may have. One side that is known tells the branch of the other.
 * @returns {{site: Release, client: Release}[]}
 */
export function possiblePairs(site, client) {
  if (site && client) {
    if (site.branch !== client.branch) throw new Error("site and client are of different branches");
    return [{ site, client }];
  }
  if (site) return pairs([site], EVERY[site.branch]);
  if (client) return pairs(EVERY[client.branch], [client]);
  return ANY_PAIR;
}
