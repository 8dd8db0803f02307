// The events as rows: the interval, the filters and the membership that all parts share.
/** @import {EventRow, TimeWindow, Zone} from '../types/events.js' */
/** @import {RowTable} from './row_columns.js' */

// Outside the years 1000 to 2999 that records may have: an event without a date may lie anywhere.
const EVER = 2 ** 45;

/**
 * The interval [start, end) of an event. An instant lasts one millisecond.
 * @type {(start: number, end: number) => TimeWindow} NaN for a moment that is not known
 */
function intervalBetween(start, end) {
  const first = start === start ? start : -EVER;
  return [first, Math.max(end === end ? end : EVER, first + 1)];
}

/**
 * Decode a mask that Python has encoded (numpy.packbits, first row in the highest bit).
 * @param {string} encoded base64
 * @param {number} length of the rows
 * @returns {Uint8Array} 1 where a bit is set
 */
export function decodeMask(encoded, length) {
  const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
  return Uint8Array.from({length}, (_, i) => (bytes[i >> 3] >> (7 - (i & 7))) & 1);
}

/** An event that is shown; its row is created at the first use. */
class EventInside {
  /** @type {EventRow | null} */
  #row = null;

  /**
   * @param {RowTable<EventRow>} table
   * @param {number} index of its row
   * @param {boolean} possible
   */
  constructor(table, index, possible) {
    this.table = table;
    this.index = index;
    this.possible = possible;
  }

  get row() {
    return (this.#row ??= this.table.row(this.index));
  }
}

/** Events with their intervals on one clock, and what the filters other than time make of each. */
export class EventRows {
  /** @type {Map<boolean, Uint32Array>} */
  #orders = new Map();

  /**
   * @param {RowTable<EventRow>} table
   * @param {Zone} zone
   */
  constructor(table, zone) {
    const {length} = table;
    this.table = table;
    this.length = length;
    this.starts = new Float64Array(length);
    this.ends = new Float64Array(length);
    const [from, to] = (zone === 'utc' ? ['t0', 't1'] : ['l0', 'l1']).map(each =>
      table.numbers(each),
    );
    for (let i = 0; i < length; i++) {
      [this.starts[i], this.ends[i]] = intervalBetween(from[i], to[i]);
    }
    /** @type {Uint32Array} */
    this.failed = new Uint32Array(length);
    /** @type {Uint8Array} */
    this.doubtful = new Uint8Array(length);
    this.total = length;
  }

  /**
   * Set what the filters other than time say.
   * @param {Uint32Array} failed a bit for each filter that a row fails; 0 where it passes all
   * @param {Uint8Array} doubtful 1 where a filter holds only for a part of what is possible
   */
  setFiltered(failed, doubtful) {
    this.failed = failed;
    this.doubtful = doubtful;
    this.total = failed.reduce((sum, bits) => sum + Number(bits === 0), 0);
  }

  /**
   * How a map draws a row that lies in the window: 2 definite, 1 only possible, 0 not at all. An
   * event whose place is not known is in the list and the counts, and on no map.
   * @param {number} row
   */
  strengthOnMap(row) {
    return this.failed[row] || Number.isNaN(this.table.numbers('lon')[row])
      ? 0
      : 2 - this.doubtful[row];
  }

  /**
   * Whether a row passes the filters and touches a window; both intervals are half-open.
   * @param {number} row
   * @param {TimeWindow} window
   */
  isInside(row, [lo, hi]) {
    return !this.failed[row] && this.starts[row] < hi && this.ends[row] > lo;
  }

  /**
   * Whether one that is inside is so only possibly.
   * @param {number} row
   * @param {TimeWindow} window
   */
  isPossible(row, [lo, hi]) {
    return this.doubtful[row] === 1 || this.starts[row] < lo || this.ends[row] > hi;
  }

  /**
   * The numbers of the rows that are inside: of many, an object each would take seconds.
   * @param {TimeWindow} window
   * @param {Uint32Array | null} [order] in which they are wanted; by default that of drawing
   */
  rowsInside(window, order = null) {
    const found = new Uint32Array(this.length);
    let count = 0;
    for (let i = 0; i < this.length; i++) {
      const row = order ? order[i] : i;
      if (this.isInside(row, window)) found[count++] = row;
    }
    return found.subarray(0, count);
  }

  /**
   * @param {number} row that is inside
   * @param {TimeWindow} window
   */
  eventInside(row, window) {
    return new EventInside(this.table, row, this.isPossible(row, window));
  }

  /**
   * Rows that pass the filters and lie in a window, definitely or possibly.
   * @param {TimeWindow} window
   * @returns {Generator<EventInside>}
   */
  *inside(window) {
    for (const row of this.rowsInside(window)) yield this.eventInside(row, window);
  }

  /**
   * All rows by their starts, those of one start in the order of drawing; made once.
   * @param {boolean} newestFirst
   */
  orderByStart(newestFirst) {
    const known = this.#orders.get(newestFirst);
    if (known) return known;
    const {starts} = this;
    const order = Uint32Array.from(starts.keys());
    order.sort(newestFirst ? (a, b) => starts[b] - starts[a] : (a, b) => starts[a] - starts[b]);
    this.#orders.set(newestFirst, order);
    return order;
  }

  /**
   * Counted at each frame of a drag: no row is touched.
   * @param {TimeWindow} window
   */
  count([lo, hi]) {
    let [shown, possible] = [0, 0];
    const {starts, ends, failed, doubtful} = this;
    for (let i = 0; i < failed.length; i++) {
      if (failed[i] || starts[i] >= hi || ends[i] <= lo) continue;
      shown += 1;
      if (doubtful[i] || starts[i] < lo || ends[i] > hi) possible += 1;
    }
    return {shown, possible, total: this.total};
  }
}
