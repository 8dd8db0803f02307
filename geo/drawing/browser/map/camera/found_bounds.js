// Where the events lie that pass the filters: what the map shows until its reader moves it.
/** @import {EventRows} from '../../page/event_rows.js' */
/** @import {RowTable} from '../../page/row_columns.js' */
/** @import {EventRow, MapStyle} from '../../types/events.js' */

const LEAST_MARGIN = 1; // degrees: a single place is shown with what lies around it
export const METRES_A_DEGREE = 110_574;

/**
 * The smallest bounds around places, across the 180th meridian where that is smaller.
 * @param {RowTable<EventRow>} table
 * @param {(row: number) => boolean} [isFound] whether the event of a row counts
 * @returns {MapStyle['bounds'] | null} null if no place is known
 */
export function boundPlaces(table, isFound = () => true) {
  const [lon, lat, r] = ['lon', 'lat', 'r'].map(name => table.numbers(name));
  let [length, widest, south, north] = [0, 0, Infinity, -Infinity];
  const lons = new Float64Array(table.length);
  for (let i = 0; i < table.length; i++) {
    if (Number.isNaN(lon[i]) || Number.isNaN(lat[i]) || !isFound(i)) continue;
    lons[length++] = lon[i];
    widest = Math.max(widest, r[i] || 0);
    [south, north] = [Math.min(south, lat[i]), Math.max(north, lat[i])];
  }
  return length ? boxAround(lons.subarray(0, length).sort(), south, north, widest) : null;
}

/**
 * @param {Float64Array} lons in order, at least one
 * @param {number} south
 * @param {number} north
 * @param {number} widest radius, m
 * @returns {MapStyle['bounds']}
 */
function boxAround(lons, south, north, widest) {
  const margin = Math.max(LEAST_MARGIN, widest / METRES_A_DEGREE);
  // The widest gap between neighbours around the globe stays outside.
  let [gap, at] = [lons[0] + 360 - lons[lons.length - 1], 0];
  for (let i = 1; i < lons.length; i++) {
    if (lons[i] - lons[i - 1] > gap) [gap, at] = [lons[i] - lons[i - 1], i];
  }
  const [west, east] = [lons[at], lons[(at + lons.length - 1) % lons.length]];
  /** @type {(lon: number) => number} */
  const wrap = lon => ((lon + 540) % 360) - 180;
  return [
    wrap(west - margin),
    Math.max(-85, south - margin),
    wrap(east + margin),
    Math.min(85, north + margin),
  ];
}

/**
 * What is found, where the filters leave something out; else the whole.
 * @param {{events: Pick<EventRows, 'table' | 'failed' | 'total'> | null}} choices
 * @param {Pick<MapStyle, 'bounds'>} whole
 */
export function findBounds({events}, {bounds}) {
  if (!events || events.total === events.table.length) return bounds;
  return boundPlaces(events.table, row => !events.failed[row]) ?? bounds;
}
