// The events as rows: fetched once, with the interval, the kept mask and the membership that all parts share.

/**
 * One event as Python writes it (see geo/drawing/layers.py).
 * @typedef {object} EventRow
 * @property {string} id
 * @property {string} title
 * @property {string} place
 * @property {number | null} t0 first moment, ms, UTC
 * @property {number | null} t1 end, not included, ms, UTC
 * @property {number | null} l0 first moment on the clock of the place, ms
 * @property {number | null} l1 end on the clock of the place, not included, ms
 * @property {string} verification
 * @property {string} when
 * @property {string} status
 * @property {string} distance
 */

/** @typedef {'place' | 'utc'} Zone whose clock the window is read on */

const fetched = new Map();

const urlOf = address => new URL(address, document.baseURI).href;

/**
 * Fetch JSON from one of our own immutable addresses, once for all layers, maps and lists.
 * @param {string} address relative to the page
 * @returns {Promise<any>}
 */
export function fetchJson(address) {
  const url = urlOf(address);
  if (!fetched.has(url)) {
    const answer = fetch(url).then(response => {
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      return response.json();
    });
    answer.catch(() => fetched.delete(url)); // so that the next look may succeed
    fetched.set(url, answer);
  }
  return fetched.get(url);
}

/** Hold what an address would answer, for a page that has no server. @param {string} address @param {any} content */
export function holdJson(address, content) {
  fetched.set(urlOf(address), Promise.resolve(content));
}

// The farthest moments the filter can tell apart: an event without a date may lie anywhere between them.
const EVER = 2 ** 45;

/**
 * The interval [start, end) of a row on the chosen clock. An instant lasts one millisecond.
 * @param {EventRow} row
 * @param {Zone} zone
 * @returns {[number, number]}
 */
export function intervalOf(row, zone) {
  const [start, end] = zone === 'utc' ? [row.t0, row.t1] : [row.l0, row.l1];
  const first = start ?? -EVER;
  return [first, Math.max(end ?? EVER, first + 1)];
}

/** @typedef {'definite' | 'possible' | 'outside'} Membership */

/**
 * How an interval lies to a window, both half-open: inside it, only touching it, or apart.
 * @returns {Membership}
 */
export function membership(start, end, lo, hi) {
  if (start >= hi || end <= lo) return 'outside';
  return start >= lo && end <= hi ? 'definite' : 'possible';
}

/**
 * Read Python's packed mask (numpy.packbits, first row in the highest bit).
 * @param {string} packed base64
 * @returns {Uint8Array} 1 where a bit is set
 */
export function readMask(packed, length) {
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  return Uint8Array.from({length}, (_, i) => (bytes[i >> 3] >> (7 - (i & 7))) & 1);
}

/** Rows with their intervals on one clock, and what the filters other than time make of each. */
export class EventRows {
  /**
   * @param {EventRow[]} rows
   * @param {Zone} zone
   */
  constructor(rows, zone) {
    this.rows = rows;
    this.starts = new Float64Array(rows.length);
    this.ends = new Float64Array(rows.length);
    rows.forEach((row, i) => {
      [this.starts[i], this.ends[i]] = intervalOf(row, zone);
    });
    this.keep(new Uint16Array(rows.length), new Uint8Array(rows.length));
  }

  /**
   * Take over what the filters say.
   * @param {Uint16Array} failed a bit for each filter that a row fails; 0 where it is kept
   * @param {Uint8Array} doubtful 1 where a filter holds for a part of what is possible
   */
  keep(failed, doubtful) {
    Object.assign(this, {failed, doubtful});
    this.total = failed.reduce((sum, bits) => sum + (bits === 0), 0);
  }

  /** Kept rows that lie in a window, certainly or possibly. */
  *inside([lo, hi]) {
    for (let i = 0; i < this.rows.length; i++) {
      const how = this.failed[i] ? 'outside' : membership(this.starts[i], this.ends[i], lo, hi);
      if (how !== 'outside')
        yield {
          row: this.rows[i],
          start: this.starts[i],
          possible: how === 'possible' || this.doubtful[i] === 1,
        };
    }
  }

  /** Counted at each frame of a drag: no row is touched. @returns {{shown: number, possible: number, total: number}} */
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
