/**
 * What the requirements ask about one attempt, read once from the description of the site. Every fact is the array of
 * the values that it may have; a field that is left out may have any.
 */
import { NO, YES, YES_OR_NO, between, possible } from "./logic.mjs";
import { locate } from "./content.mjs";
import { possiblePairs, readRelease } from "./releases.mjs";
import { explore } from "./sequence.mjs";
import { effective, membership } from "./settings.mjs";

const STARTS = [
  "software-center", "schedule", "pxe", "boot-media", "stand-alone-media", "prestaged-media", "windows-pe",
];
const USERS = ["administrator", "primary-user", "other-user"];
const PLACES = ["internet", "intranet"];
const PURPOSES = ["available", "required"];
const AUDIENCES = ["clients", "clients-media-and-pxe", "media-and-pxe", "media-and-pxe-hidden"];
const OPTIONS = ["download-when-needed", "download-all-before-start", "run-from-distribution-point"];
const REGISTRATIONS = ["intranet", "client-authentication-certificate", "azure-ad", "bulk-registration-token"];
const PERMISSIONS = ["all-users", "only-administrators", "only-administrators-and-primary-users", "no-users"];
const METERED = ["allow", "limit", "block"];

const MEGABYTE = 1048576;
/** The smallest and the largest cache that can be described: what is true of both is true of all between. */
const CACHES = [1, 1099511627776];

/** @typedef {ReturnType<typeof derive>} Facts */

/**
 * @param {object} site a description of a site
 * @param {object} attempt who starts which deployment, how and where
 */
export function derive(site, attempt) {
  const deployment = find(site.deployments, attempt.deployment, "deployment");
  const client = find(site.clients, attempt.client, "client");
  const sequences = byName(site.task_sequences);
  const packages = byName(site.packages);
  const name = deployment.task_sequence;
  const sequence = sequences?.get(name) ?? {};
  const inside = explore(sequences, name);
  const isMember = membership(site, attempt.client);
  const setting = (group, field, domain) => effective(site, isMember, group, field, domain);

  return {
    place: possible(attempt.place, PLACES),
    start: possible(attempt.start, STARTS),
    user: possible(attempt.user, USERS),
    releases: possiblePairs(readRelease(site.release), readRelease(client.release)),

    upgrade: possible(sequence.upgrade, YES_OR_NO),
    bootImage: noneOrSome(sequence.boot_image),
    enabled: possible(sequence.enabled, YES_OR_NO),
    programFirst: noneOrSome(sequence.run_another_program_first),
    disabledChild: inside.disabledChild,
    downloadStep: inside.downloadStep,
    networkPath: inside.networkPath,

    gatewayRuns: gatewayRuns(site.gateways),
    enhancedHttp: possible(site.enhanced_http, YES_OR_NO),
    httpManagementPoint: httpManagementPoint(site.management_points),
    registration: possible(client.registration, REGISTRATIONS),

    content: locate(site, packages, inside),
    sizes: sizes(packages, inside),
    packageShares: packageShares(packages, inside),

    useGateway: setting("cloud_services", "use_gateway", YES_OR_NO),
    cloudContent: setting("cloud_services", "cloud_content", YES_OR_NO),
    permissions: setting("computer_agent", "install_permissions", PERMISSIONS),
    meteredCommunication: setting("metered_connections", "communication", METERED),
    cache: setting("client_cache", "size_mb", CACHES).map((size) => size * MEGABYTE),

    purpose: possible(deployment.purpose, PURPOSES),
    independent: possible(deployment.independent_of_assignments, YES_OR_NO),
    internet: possible(deployment.internet, YES_OR_NO),
    audience: possible(deployment.available_to, AUDIENCES),
    option: possible(deployment.option, OPTIONS),
    meteredOption: possible(deployment.metered, YES_OR_NO),
    meteredConnection: possible(client.metered, YES_OR_NO),
  };
}

/** The object of this name; one of which nothing is known, if the list is left out. */
function find(list, name, what) {
  if (!list) return {};
  const found = list.find((each) => each.name === name);
  if (!found) throw new Error(`there is no ${what} ${JSON.stringify(name)}`);
  return found;
}

function byName(list) {
  return list && new Map(list.map((each) => [each.name, each]));
}

/** Of a field in which null says that there is none. */
function noneOrSome(given) {
  return given === undefined ? YES_OR_NO : given === null ? NO : YES;
}

/** A gateway is set up and runs (F031, F127). */
function gatewayRuns(gateways) {
  if (!gateways) return YES_OR_NO;
  return between(gateways.some((each) => each.state === "running"), gateways.some((each) => each.state !== "stopped"));
}

/** The gateway uses a management point over HTTP (F017). */
function httpManagementPoint(points) {
  if (!points) return YES_OR_NO;
  return between(
    points.some((each) => each.gateway_traffic === true && each.https === false),
    points.some((each) => each.gateway_traffic !== false && each.https !== true),
  );
}

/** Every package is on a package share (F055). */
function packageShares(packages, { packages: names, morePackages }) {
  let certain = !morePackages;
  for (const name of names) {
    const share = packages?.get(name)?.package_share;
    if (share === false) return NO;
    if (share === undefined) certain = false;
  }
  return certain ? YES : YES_OR_NO;
}

/** The largest package, and all together, in bytes: at least, and at most (F144). */
function sizes(packages, { packages: names, morePackages }) {
  const least = { largest: 0, sum: 0 };
  let open = morePackages;
  for (const name of names) {
    const size = packages?.get(name)?.size;
    if (size === undefined) open = true;
    else {
      least.sum += size;
      if (size > least.largest) least.largest = size;
    }
  }
  return open ? [least, { largest: Infinity, sum: Infinity }] : [least];
}
