// Which events of a list are new or changed: since the moment of the filter, or the last visit.
import {findLastVisit} from '../filters/last_visit.js';
import {nameChange, splitAsked} from '../filters/since.js';
/** @import {Choices} from '../filters/choices.js' */

/** @typedef {'new' | 'changed' | 'reworded' | null} Freshness */

/**
 * @param {Choices} choices
 * @returns {((row: number) => Freshness) | null} of the event in a row; null if there is none
 */
export function findFreshness({facets, events, filters}) {
  if (!facets || !events) return null;
  const asked = splitAsked(new URLSearchParams(filters).get('changed') ?? '');
  const moment = asked.moment || findLastVisit(facets.versions)?.version;
  if (!moment) return null;
  const name = nameChange(facets, moment);
  return row => {
    const freshness = name(row);
    // Changes of wording are marked only where the reader chose to see them.
    return freshness === 'reworded' && asked.kind !== 'reworded' ? null : freshness;
  };
}
