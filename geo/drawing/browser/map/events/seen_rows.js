// Finds which of many events a view shows: those wholly covered by others are not painted.
import {CoveredPixels} from './covered_pixels.js';
import {HALO_SHARE, THINS_FROM} from './event_shader.js';
import {findFirstPin} from './event_texels.js';
import {frameView, flattenPlaces} from './flat_places.js';
import {markSide} from './mark_size.js';
/** @import {EventRows} from '../../page/event_rows.js' */
/** @import {RowTable} from '../../page/row_columns.js' */
/** @import {EventRow, TimeWindow} from '../../types/events.js' */
/** @import {WrittenEvents} from '../../types/layers.js' */
/** @import {FlatView} from './flat_places.js' */

// Edges are smoothed over a pixel, and the line of a circle is one wide.
const [SMOOTHED_PX, RIM_PX] = [1, 1];
// Larger circles are so few in a view that what they hide together is not worth the counting.
const LARGEST_COVER_PX = 16;
// So many circles of one size at one place hide another but for the smoothed edge. Places and sizes
// are rounded to a quarter of a pixel, and counted modulo so many of them: no view is as wide.
const [SAME_CIRCLES, SAME_PX, SAME_SIZES] = [128, 1 / 4, 2 ** 17];

/** Circles that are painted, counted by place and size. */
class Repeats {
  /** @type {Map<number, number>} */
  #counts = new Map();

  /**
   * Whether so many circles lie above that another at the same place cannot be seen.
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  hide(x, y, radius) {
    return (this.#counts.get(this.#keyOf(x, y, radius)) ?? 0) >= SAME_CIRCLES;
  }

  /** @param {number} x @param {number} y @param {number} radius */
  add(x, y, radius) {
    const key = this.#keyOf(x, y, radius);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** @param {number} x @param {number} y @param {number} radius */
  #keyOf(x, y, radius) {
    return (this.#shorten(x) * SAME_SIZES + this.#shorten(y)) * SAME_SIZES + this.#shorten(radius);
  }

  /** @param {number} px */
  #shorten(px) {
    return Math.round(px / SAME_PX) & (SAME_SIZES - 1);
  }
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
 * @param {FlatView} view north up, seen from above
 * @param {WrittenEvents & {possibleOpacity: number}} drawn
 * @returns {Uint32Array}
 */
export function findSeenRows(events, window, view, drawn) {
  const {table, length} = events;
  const {x, y, radius} = flattenPlaces(table);
  const [pin, dx, dy] = ['pin', 'dx', 'dy'].map(name => table.numbers(name));
  const {scale, left, top, copies} = frameView(view);
  const pixels = new CoveredPixels(view.width, view.height, copies);
  const halo = HALO_SHARE * markSide(view.zoom, drawn);
  const findFill = readFills(table, drawn);
  // A pin has its colour in its mark: its circle is a line, through which others are seen.
  const [marks, discs, lines] = [new Repeats(), new Repeats(), new Repeats()];
  const largestFilled = (THINS_FROM * Math.min(view.width, view.height)) / 2;
  const isSeen = new Uint8Array(length);
  let count = 0;

  /** @param {number} row */
  const findOpacity = row => (events.isPossible(row, window) ? drawn.possibleOpacity : 1);

  for (let row = length - 1, first = findFirstPin(events); row >= first; row--) {
    if (!pin[row] || !events.isInside(row, window)) continue;
    const [markX, markY] = [x[row] * scale + left + dx[row], y[row] * scale + top + dy[row]];
    if (!pixels.isOpen(markX, markY, halo + SMOOTHED_PX)) continue;
    const shownX = pixels.findShown(markX, halo + SMOOTHED_PX);
    if (marks.hide(shownX, markY, halo)) continue;
    marks.add(shownX, markY, halo);
    pixels.cover(markX, markY, halo - SMOOTHED_PX, findOpacity(row));
    count += isSeen[row] = 1;
  }
  for (let row = length - 1; row >= 0; row--) {
    if (isSeen[row] || !events.isInside(row, window)) continue;
    const [discX, discY] = [x[row] * scale + left, y[row] * scale + top];
    const disc = Math.max(radius[row] * scale, drawn.smallestDiscPx);
    const outer = disc + SMOOTHED_PX;
    // A disc that its own mark hides.
    if (pin[row] && outer <= halo + SMOOTHED_PX && !dx[row] && !dy[row]) continue;
    if (!pixels.isOpen(discX, discY, outer)) continue;
    if (disc <= largestFilled) {
      const [shownX, same] = [pixels.findShown(discX, outer), pin[row] ? lines : discs];
      if (same.hide(shownX, discY, disc)) continue;
      same.add(shownX, discY, disc);
    }
    if (!pin[row] && disc <= Math.min(LARGEST_COVER_PX, largestFilled)) {
      pixels.cover(discX, discY, disc - RIM_PX - SMOOTHED_PX, findFill(row) * findOpacity(row));
    }
    count += isSeen[row] = 1;
  }
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < length; row++) if (isSeen[row]) rows[at++] = row;
  return rows;
}
