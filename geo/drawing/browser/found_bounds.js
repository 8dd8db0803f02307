// Where the events lie that pass the filters: what the map shows until its reader moves it.
/** @import {EventRows} from './event_rows.js' */
/** @import {EventRow, MapStyle} from './types.js' */

const LEAST_MARGIN = 1; // degrees: a single place is shown with what lies around it
export const METRES_A_DEGREE = 110_574;

/**
 * The smallest box around places, on both sides of the 180th meridian where that is smaller.
 * @param {EventRow[]} rows
 * @returns {MapStyle['bounds'] | null} null where no place is known
 */
export function boundsOf(rows) {
  const placed = rows.filter(({lon, lat}) => lon !== null && lat !== null);
  if (!placed.length) return null;
  const lats = placed.map(({lat}) => Number(lat));
  const lons = placed.map(({lon}) => Number(lon)).sort((a, b) => a - b);
  const widest = Math.max(...placed.map(({r}) => Number(r) || 0));
  const margin = Math.max(LEAST_MARGIN, widest / METRES_A_DEGREE);
  // The widest gap between neighbours round the globe stays outside.
  let [gap, at] = [lons[0] + 360 - lons[lons.length - 1], 0];
  for (let i = 1; i < lons.length; i++) {
    if (lons[i] - lons[i - 1] > gap) [gap, at] = [lons[i] - lons[i - 1], i];
  }
  const [west, east] = [lons[at], lons[(at + lons.length - 1) % lons.length]];
  /** @type {(lon: number) => number} */
  const wrap = lon => ((lon + 540) % 360) - 180;
  return [
    wrap(west - margin),
    Math.max(-85, Math.min(...lats) - margin),
    wrap(east + margin),
    Math.min(85, Math.max(...lats) + margin),
  ];
}

/**
 * What is found, where the filters leave something out; else the whole.
 * @param {{events: Pick<EventRows, 'rows' | 'failed' | 'total'> | null}} choices
 * @param {Pick<MapStyle, 'bounds'>} whole
 */
export function findBounds({events}, {bounds}) {
  if (!events || events.total === events.rows.length) return bounds;
  return boundsOf(events.rows.filter((_, i) => !events.failed[i])) ?? bounds;
}
