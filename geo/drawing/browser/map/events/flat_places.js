// Where events lie on the flat map: for all of them at once, without a call for each.
import {metresPerPixel} from '../camera/map_scale.js';
/** @import {RowTable} from '../../page/row_columns.js' */
/** @import {Viewport} from '../../types/deck.js' */
/** @import {EventRow} from '../../types/events.js' */

// Width of the whole world at zoom 0.
const WORLD_PX = 512;
// The library places nothing nearer to a pole.
const FARTHEST_LATITUDE = 89.9;

/**
 * Right, down and radius in pixels of the whole world at zoom 0.
 * @typedef {{x: Float64Array, y: Float64Array, radius: Float64Array}} FlatPlaces
 */
/**
 * A map that is seen from above, north up.
 * @typedef {Pick<Viewport, 'width' | 'height' | 'zoom' | 'longitude' | 'latitude'>} FlatView
 */

/** @type {WeakMap<RowTable<EventRow>, FlatPlaces>} */
const flatPlaces = new WeakMap();

/** In Web Mercator. @param {number} lon degrees @param {number} lat */
function flatten(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [WORLD_PX * (lon / 360 + 0.5), WORLD_PX * (0.5 - Math.atanh(sine) / (2 * Math.PI))];
}

/**
 * The places of all rows, made once; NaN where one is not known.
 * @param {RowTable<EventRow>} table
 * @returns {FlatPlaces}
 */
export function flattenPlaces(table) {
  const known = flatPlaces.get(table);
  if (known) return known;
  const [lon, lat, r] = ['lon', 'lat', 'r'].map(name => table.numbers(name));
  const [x, y, radius] = [lon, lat, r].map(({length}) => new Float64Array(length));
  for (let i = 0; i < table.length; i++) {
    const latitude = Math.min(FARTHEST_LATITUDE, Math.max(-FARTHEST_LATITUDE, lat[i]));
    [x[i], y[i]] = flatten(lon[i], latitude);
    radius[i] = r[i] / metresPerPixel(latitude, 0);
  }
  const made = {x, y, radius};
  flatPlaces.set(table, made);
  return made;
}

/**
 * How a view shows such places: times `scale`, moved by `left` and `top`, and by each of `copies`
 * pixels to the right. The library draws those copies of the world that the view touches, and of
 * none beside them what reaches in.
 * @param {FlatView} view
 */
export function frameView({width, height, zoom, longitude, latitude}) {
  const scale = 2 ** zoom;
  const [x, y] = flatten(longitude, latitude);
  const [left, top] = [width / 2 - x * scale, height / 2 - y * scale];
  const world = WORLD_PX * scale;
  const copies = [];
  for (let at = Math.floor(-left / world); left + at * world < width; at++) copies.push(at * world);
  return {scale, left, top, copies};
}
