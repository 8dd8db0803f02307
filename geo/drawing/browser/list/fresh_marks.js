// Which events of a list are new or changed: since the moment of the filter, or the last visit.
import {findLastVisit} from '../filters/last_visit.js';
import {nameChange, splitAsked} from '../filters/since.js';
/** @import {Choices} from '../filters/choices.js' */

/** @typedef {'new' | 'changed' | 'reworded' | null} Mark */

/**
 * @param {Choices} choices
 * @returns {((place: number) => Mark) | null} of the event in a row; null if there is none
 */
export function findFreshMarks({facets, events, filters}) {
  if (!facets || !events) return null;
  const asked = splitAsked(new URLSearchParams(filters).get('changed') ?? '');
  const moment = asked.moment || findLastVisit(facets.versions)?.version;
  if (!moment) return null;
  const name = nameChange(facets, moment);
  return place => {
    const mark = name(place);
    // Changes of wording are marked only where the reader chose to see them.
    return mark === 'reworded' && asked.kind !== 'reworded' ? null : mark;
  };
}
