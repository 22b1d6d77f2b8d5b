/**
 * The documented conditions, in the order of reports. Each says what it asks, of whom, and which facts of the register
 * it rests on. A rule sees known values only; what is unknown is tried out (see logic.mjs).
 */
import { MET, NOT_APPLICABLE, UNDETERMINED, VIOLATED, decide, verdict } from "./logic.mjs";

/** @typedef {import("./facts.mjs").Facts} Facts */

const SOFTWARE_CENTER = "software-center";
const SCHEDULE = "schedule";
const WHEN_NEEDED = "download-when-needed";
const ALL_BEFORE_START = "download-all-before-start";
const FROM_DISTRIBUTION_POINT = "run-from-distribution-point";

/** Both sides count for what the client does itself (F009, a reading). */
function bothCan(site, client, ability) {
  return decide([site[ability], client[ability]], (one, other) => verdict(one && other));
}

/**
 * Whether the documents speak of the attempt, or the array [true, false] where that is unknown. They speak of clients
 * on the internet; of upgrades at any release (F030); of other sequences without a boot image from 1802 on (F014), of
 * previews no document tells; of other sequences with a boot image only to refuse them, until those got conditions of
 * their own (F010, F013, F016).
 * @param {Facts} facts
 */
export function coverage(facts) {
  const answer = decide([facts.place], (place) => {
    if (place === "intranet") return NOT_APPLICABLE;
    return decide([facts.releases, facts.upgrade, facts.bootImage], ({ site }, upgrade, bootImage) => {
      if (upgrade) return MET;
      const [ability, covered] = bootImage ? ["bootImageOverGateway", false] : ["scriptOverGateway", true];
      return decide([site[ability]], (can) => (can === covered ? MET : NOT_APPLICABLE));
    });
  });
  return answer === UNDETERMINED ? [true, false] : [answer === MET];
}

/** @type {Record<string, (facts: Facts) => string>} what keeps a task sequence from running if it is violated */
export const BLOCKING = {
  /** F001, F002, F009, F014. An imaging sequence is refused for what it is, not for a release. */
  "task-sequence-over-the-internet-available": ({ releases, upgrade, bootImage }) =>
    decide([releases, upgrade, bootImage], ({ site, client }, isUpgrade, hasBootImage) => {
      if (!isUpgrade && hasBootImage) return NOT_APPLICABLE;
      return bothCan(site, client, isUpgrade ? "upgradeOverGateway" : "scriptOverGateway");
    }),

  /** F030, F013, F014. No document says what becomes of an upgrade that names a boot image (F153). */
  "upgrade-task-sequence": ({ upgrade, bootImage }) =>
    decide([upgrade, bootImage], (isUpgrade, hasBootImage) => {
      if (isUpgrade) return hasBootImage ? UNDETERMINED : MET;
      return hasBootImage ? VIOLATED : NOT_APPLICABLE;
    }),

  /** F143 */
  "task-sequence-enabled": ({ enabled }) => decide([enabled], verdict),

  /** F10A */
  "child-task-sequences-enabled": ({ disabledChild }) => decide([disabledChild], (disabled) => verdict(!disabled)),

  /** F031, F127 */
  "gateway-set-up": ({ gatewayRuns }) => decide([gatewayRuns], verdict),

  /** F017: of current branch 2002 only, and the release of the site counts. */
  "no-defect-of-2002": ({ releases, enhancedHttp, httpManagementPoint, registration }) =>
    decide([releases], ({ site }) => {
      if (!site.defectOf2002) return NOT_APPLICABLE;
      return decide([enhancedHttp, httpManagementPoint, registration], (enhanced, http, registered) =>
        verdict(!(enhanced && http) && registered !== "bulk-registration-token"));
    }),

  /** F032, F033, F097, F107, F146 */
  "content-in-the-cloud": ({ content }) => decide([content.inTheCloud], verdict),

  /** F018, F035, F140: the release of the site counts. Content that is nowhere is not its business. */
  "gateway-serves-content": ({ releases, content }) =>
    decide([releases], ({ site }) =>
      decide([site.gatewayServesContent], (can) => decide([content.unserved(can)], (unserved) => verdict(!unserved)))),

  /** F037, F038, F121 */
  "client-uses-gateway": ({ useGateway }) => decide([useGateway], verdict),

  /** F037 to F039, F120: for both kinds of source (reading of E13) */
  "client-gets-cloud-content": ({ cloudContent }) => decide([cloudContent], verdict),

  /** F080, F081; that the client may start it on its schedule is the reading of E12 (F083). */
  "started-from-software-center": ({ start }) =>
    decide([start], (from) => verdict(from === SOFTWARE_CENTER || from === SCHEDULE)),

  /** F060, F083 */
  "required-to-start-on-schedule": ({ start, purpose }) =>
    decide([start, purpose], (from, why) => (from === SCHEDULE ? verdict(why === "required") : NOT_APPLICABLE)),

  /** F060, F142 */
  "user-may-start-it": ({ start, purpose, independent }) =>
    decide([start, purpose, independent], (from, why, anyTime) =>
      from === SOFTWARE_CENTER ? verdict(why === "available" || anyTime) : NOT_APPLICABLE),

  /** F141: schedules do not ask for it. */
  "install-permissions-allow-it": ({ start, permissions, user }) =>
    decide([start, permissions, user], (from, allowed, who) =>
      from === SOFTWARE_CENTER ? verdict(mayInstall(allowed, who)) : NOT_APPLICABLE),

  /** F050, F132 */
  "allowed-on-the-internet": ({ internet }) => decide([internet], verdict),

  /** F059, F060 */
  "available-to-clients": ({ audience }) => decide([audience], (to) => verdict(includesClients(to))),

  /** F005, F052, F058 */
  "content-downloaded-locally": ({ option }) => decide([option], (how) => verdict(how !== FROM_DISTRIBUTION_POINT)),

  /** F003 to F007, F009, F015 */
  "download-on-demand-available": ({ option, releases }) =>
    decide([option, releases], (how, { site, client }) =>
      how === WHEN_NEEDED ? bothCan(site, client, "downloadOnDemand") : NOT_APPLICABLE),
};

/** @type {Record<string, (facts: Facts) => string>} asked under the wish "on demand" only; never blocks */
export const WISHED = {
  /** F051 */
  "on-demand-option-chosen": ({ option }) => decide([option], (how) => verdict(how === WHEN_NEEDED)),
};

/** @type {Record<string, (facts: Facts) => string>} advice, which keeps nothing from running */
export const ADVISING = {
  /** F108 */
  "download-content-step-with-download-all": ({ downloadStep, option }) =>
    decide([downloadStep, option], (step, how) => (step ? verdict(how === WHEN_NEEDED) : NOT_APPLICABLE)),

  /** F055, F056, F057: combinations that the console offers */
  "option-fits-availability": ({ bootImage, audience, option, packageShares }) =>
    decide([bootImage, audience, option, packageShares], (hasBootImage, to, how, shares) => {
      if (to !== "clients" && (!hasBootImage || how === ALL_BEFORE_START)) return VIOLATED;
      return verdict(how !== FROM_DISTRIBUTION_POINT || shares);
    }),

  /** F068 */
  "another-program-first": ({ programFirst }) => decide([programFirst], (another) => verdict(!another)),

  /** F067, F148: Software Center is always permitted; the deployment's own option is not supported. */
  "metered-connection": ({ meteredConnection, meteredOption, start, meteredCommunication }) =>
    decide([meteredConnection, meteredOption, start, meteredCommunication], (metered, own, from, setting) => {
      if (!metered && !own) return NOT_APPLICABLE;
      return verdict(!own && (from === SOFTWARE_CENTER || setting !== "block"));
    }),

  /** F149 */
  "network-path-content": ({ networkPath }) => decide([networkPath], (path) => verdict(!path)),

  /** F144: each package; before the start all together */
  "cache-size": ({ cache, option, sizes }) =>
    decide([cache, option, sizes], (room, how, { largest, sum }) =>
      verdict((how === ALL_BEFORE_START ? sum : largest) <= room)),

  /** F098, F035: asked where all content is in the cloud; a gateway that serves nothing is no source. */
  "content-on-a-running-source": ({ content, releases }) =>
    decide([content.inTheCloud, releases], (held, { site }) => {
      if (!held) return NOT_APPLICABLE;
      return decide([site.gatewayServesContent], (can) => decide([content.onARunningSource(can)], verdict));
    }),

  /** F019 to F021, F035: asked where only cloud distribution points serve a package; the site's release counts. */
  "cloud-distribution-point-has-a-future": ({ content, releases }) =>
    decide([content.restsOnCloudPoints, releases], (rests, { site }) =>
      rests ? decide([site.cloudPointCanBeMade], verdict) : NOT_APPLICABLE),
};

function mayInstall(permissions, user) {
  if (permissions === "all-users") return true;
  if (permissions === "no-users") return false;
  return user === "administrator" || (user === "primary-user" && permissions !== "only-administrators");
}

function includesClients(audience) {
  return audience === "clients" || audience === "clients-media-and-pxe";
}
