// What is new or changed since a day or a version of the data: as geo/link/last_change.py says it.
/** @import {Facets} from './facets.js' */

const isDay = (/** @type {string} */ moment) => moment.includes('-');

/**
 * Whether an event is new or changed in substance since a moment.
 * @param {Pick<Facets, 'versions' | 'changed'>} facets
 * @param {string} moment a day, or a version
 * @returns {(row: number) => boolean}
 */
export function changedSince({versions, changed}, moment) {
  if (isDay(moment)) return i => (versions[changed[i] + 1]?.date ?? '') >= moment;
  const place = versions.findIndex(({id}) => id === moment);
  return i => place >= 0 && changed[i] >= place;
}

/**
 * What a list says of an event: that it is new since a moment, or changed, or neither.
 * @param {Facets} facets
 * @param {string} moment a day, or a version
 * @returns {(row: number) => 'new' | 'changed' | null}
 */
export function markSince(facets, moment) {
  const isChanged = changedSince(facets, moment);
  const isNew = changedSince({versions: facets.versions, changed: facets.added}, moment);
  return i => {
    if (!isChanged(i)) return null;
    // What no version lacks is as old as the record.
    return facets.added[i] >= 0 && isNew(i) ? 'new' : 'changed';
  };
}

/** The days on which the data changed, the latest first. @param {Facets['versions']} versions */
export function listDays(versions) {
  const days = [...new Set(versions.map(({date}) => date))].sort();
  // Since the first day everything is new.
  return days.slice(1).reverse();
}
