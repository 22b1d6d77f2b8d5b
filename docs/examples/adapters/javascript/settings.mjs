/**
 * Which client settings count on a client (F125): custom objects go before the default settings, the lowest priority
 * number first; an object counts for members of the collections to which it is deployed, and only with the groups of
 * settings that are ticked in it. A group that is ticked carries all its values.
 */
import { possible } from "./logic.mjs";

/**
 * The values that one setting may have on the client.
 * @param {object} site
 * @param {(collection: string) => boolean | undefined} isMember undefined for unknown
 * @param {string} group such as `cloud_services`
 * @param {string} field such as `use_gateway`
 * @param {readonly unknown[]} domain all values that the setting can have
 * @returns {readonly unknown[]}
 */
export function effective(site, isMember, group, field, domain) {
  const settings = site.client_settings;
  if (!settings?.custom) return domain;
  const values = new Set();
  const ruledOut = new Set(); // collections of which the client is no member, where the walk gets so far
  for (const object of byPriority(settings.custom)) {
    if (object[group] === null) continue; // not ticked, it says nothing
    const reach = reaches(object.collections, isMember, ruledOut);
    if (!reach.imaginable) continue;
    for (const value of possible(object[group]?.[field], domain)) values.add(value);
    if (object[group] === undefined) continue; // it is unknown whether it is ticked
    if (reach.certain) return [...values];
    for (const collection of object.collections ?? []) ruledOut.add(collection);
  }
  for (const value of possible(settings.default?.[group]?.[field], domain)) values.add(value);
  return [...values];
}

function byPriority(custom) {
  return custom.length < 2 ? custom : [...custom].sort((one, other) => one.priority - other.priority);
}

/** Whether a deployment to these collections reaches the client. */
function reaches(collections, isMember, ruledOut) {
  if (!collections) return { certain: false, imaginable: true };
  let imaginable = false;
  for (const collection of collections) {
    const member = isMember(collection);
    if (member === true) return { certain: true, imaginable: true };
    if (member === undefined && !ruledOut.has(collection)) imaginable = true;
  }
  return { certain: false, imaginable };
}

/**
 * Who is a member of a collection.
 * @returns {(collection: string) => boolean | undefined}
 */
export function membership(site, client) {
  return (name) => site.collections?.find((collection) => collection.name === name)?.members?.includes(client);
}
