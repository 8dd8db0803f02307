// What is new or changed since a day or a version of the data: as geo/link/last_change.py says it.
/** @import {Facets} from './facets.js' */

const KIND = /^(new|changed|reworded)-(?=.)/;
// How many revisions back are offered.
const STEPS_BACK = [1, 3, 10, 30];

const isDay = (/** @type {string} */ moment) => moment.includes('-');

/**
 * Which kind of change is asked for, '' for new and changed, and since when.
 * @param {string} asked
 */
export function splitAsked(asked) {
  const kind = KIND.exec(asked)?.[1] ?? '';
  return {kind, moment: kind ? asked.slice(kind.length + 1) : asked};
}

/**
 * Whether the version at an index, one for each row, is older than a moment.
 * @param {Facets['versions']} versions
 * @param {number[]} indexes
 * @param {string} moment a day, or a version
 * @returns {(row: number) => boolean}
 */
function isSince(versions, indexes, moment) {
  if (isDay(moment)) return i => (versions[indexes[i] + 1]?.date ?? '') >= moment;
  const index = versions.findIndex(({id}) => id === moment);
  return i => index >= 0 && indexes[i] >= index;
}

/**
 * What an event is since a moment.
 * @param {Pick<Facets, 'versions' | 'changed' | 'added' | 'edited'>} facets
 * @param {string} moment a day, or a version
 * @returns {(row: number) => 'new' | 'changed' | 'reworded' | null}
 */
export function nameChange({versions, changed, added, edited}, moment) {
  const isChanged = isSince(versions, changed, moment);
  const isNew = isSince(versions, added, moment);
  const isEdited = isSince(versions, edited, moment);
  return i => {
    if (isChanged(i)) return isNew(i) ? 'new' : 'changed';
    return isEdited(i) ? 'reworded' : null;
  };
}

/**
 * Whether an event has changed as a link asks.
 * @param {Pick<Facets, 'versions' | 'changed' | 'added' | 'edited'>} facets
 * @param {string} asked
 * @returns {(row: number) => boolean}
 */
export function changedSince(facets, asked) {
  const {kind, moment} = splitAsked(asked);
  const name = nameChange(facets, moment);
  if (kind) return i => name(i) === kind;
  return i => ['new', 'changed'].includes(name(i) ?? '');
}

/** The days on which the data changed, the latest first. @param {Facets['versions']} versions */
export function listDays(versions) {
  const days = [...new Set(versions.map(({date}) => date))].sort();
  // Since the first day everything is new.
  return days.slice(1).reverse();
}

/**
 * Versions so many revisions back.
 * @param {Facets['versions']} versions
 * @returns {{id: string, back: number}[]}
 */
export const listRevisions = versions =>
  STEPS_BACK.filter(back => back < versions.length).map(back => ({
    id: versions[versions.length - 1 - back].id,
    back,
  }));
