// Of many events those of which a view shows a part: what lies wholly below others is not painted.
import {CoveredPixels} from './covered_pixels.js';
import {HALO_SHARE} from './event_shader.js';
import {findFirstPin} from './event_texels.js';
import {frameOf, placesOf} from './flat_places.js';
import {markSide} from './mark_size.js';
/** @import {EventRows} from './event_rows.js' */
/** @import {View} from './flat_places.js' */
/** @import {RowTable} from './row_columns.js' */
/** @import {WrittenEvents} from './layer_types.js' */
/** @import {EventRow, TimeWindow} from './types.js' */

// The library measures metres on a sphere.
const RADIUS_SLACK = 1.01;
// Edges are smoothed over a pixel, and the line of a circle is one wide.
const [SMOOTHED_PX, RIM_PX] = [1, 1];
// Larger circles are so few in a view that what they hide together is not worth the counting.
const LARGEST_COVER_PX = 16;
// So many circles of one size at one place hide another but for the smoothed edge. Places and sizes
// are told apart by a quarter of a pixel, in numbers of so many bits.
const [SAME_CIRCLES, SAME_PX, SAME_BITS] = [128, 1 / 4, 17];
const LARGEST_SAME_PX = 2048;

/**
 * Count circles at one place, and say whether there are more of them than can be seen.
 * @returns {(x: number, y: number, radius: number) => boolean}
 */
function createRepeats() {
  /** @type {Map<number, number>} */
  const counts = new Map();
  return (x, y, radius) => {
    if (radius > LARGEST_SAME_PX) return false;
    let key = 0;
    for (const part of [x, y, radius]) {
      key = key * 2 ** SAME_BITS + (Math.round(part / SAME_PX) & (2 ** SAME_BITS - 1));
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > SAME_CIRCLES;
  };
}

/**
 * How strongly the disc of each row is filled, 0 to 1.
 * @param {RowTable<EventRow>} table
 * @param {WrittenEvents} drawn
 * @returns {(row: number) => number}
 */
function readFills(table, {discFills}) {
  const {words, codes} = table.words('verification');
  const known = new Map(Object.entries(discFills));
  const fills = words.map(word => (known.get(word) ?? discFills.unverified) / 255);
  return row => fills[codes[row]] ?? 0;
}

/**
 * The rows of which something can be seen, in the order of drawing: all discs, then all marks. A
 * row that is left out would change no pixel of 256 shades, but for an edge that is smoothed.
 * @param {EventRows} events
 * @param {TimeWindow} window
 * @param {View} view north up, seen from above
 * @param {WrittenEvents & {possibleOpacity: number}} drawn
 * @returns {Uint32Array}
 */
export function findSeenRows(events, window, view, drawn) {
  const {table, length} = events;
  const {x, y, radius} = placesOf(table);
  const [pin, dx, dy] = ['pin', 'dx', 'dy'].map(name => table.numbers(name));
  const {scale, left, top, world} = frameOf(view);
  const pixels = new CoveredPixels(view.width, view.height, world);
  const halo = HALO_SHARE * markSide(view.zoom, drawn);
  const fillOf = readFills(table, drawn);
  const [isRepeatedMark, isRepeatedDisc] = [createRepeats(), createRepeats()];
  const isSeen = new Uint8Array(length);
  let count = 0;

  /** @param {number} row */
  const opacityOf = row => (events.isPossible(row, window) ? drawn.possibleOpacity : 1);

  for (let row = length - 1, first = findFirstPin(events); row >= first; row--) {
    if (!pin[row] || !events.isInside(row, window)) continue;
    const [markX, markY] = [x[row] * scale + left + dx[row], y[row] * scale + top + dy[row]];
    if (!pixels.isOpen(markX, markY, halo + SMOOTHED_PX)) continue;
    if (isRepeatedMark(markX, markY, halo)) continue;
    pixels.cover(markX, markY, halo - SMOOTHED_PX, opacityOf(row));
    count += isSeen[row] = 1;
  }
  for (let row = length - 1; row >= 0; row--) {
    if (isSeen[row] || !events.isInside(row, window)) continue;
    const [discX, discY] = [x[row] * scale + left, y[row] * scale + top];
    const disc = Math.max(radius[row] * scale, drawn.smallestDiscPx);
    const outer = RADIUS_SLACK * disc + SMOOTHED_PX;
    // Below a mark that nobody sees.
    if (pin[row] && outer <= halo + SMOOTHED_PX && !dx[row] && !dy[row]) continue;
    if (!pixels.isOpen(discX, discY, outer) || isRepeatedDisc(discX, discY, disc)) continue;
    if (!pin[row] && disc <= LARGEST_COVER_PX) {
      const inner = disc / RADIUS_SLACK - RIM_PX - SMOOTHED_PX;
      pixels.cover(discX, discY, inner, fillOf(row) * opacityOf(row));
    }
    count += isSeen[row] = 1;
  }
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < length; row++) if (isSeen[row]) rows[at++] = row;
  return rows;
}
