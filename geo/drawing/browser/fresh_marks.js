// Which events of a list are new or changed: since the moment of the filter, or the last visit.
import {findLastVisit} from './last_visit.js';
import {markSince} from './since.js';
/** @import {Choices} from './choices.js' */

/**
 * @param {Choices} choices
 * @returns {((id: string) => 'new' | 'changed' | null) | null} null where there is nothing to mark
 */
export function findFreshMarks({facets, events, filters}) {
  if (!facets || !events) return null;
  const asked = new URLSearchParams(filters).get('changed');
  const moment = asked ?? findLastVisit(facets.versions)?.version;
  if (!moment) return null;
  const mark = markSince(facets, moment);
  const found = new Map(events.rows.map(({id}, i) => [id, mark(i)]));
  return id => found.get(id) ?? null;
}
