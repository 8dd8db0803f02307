// What events are filtered by: the words, flags and distances of each, and which filters it passes.
import {decodeMask} from '../page/event_rows.js';
import {listFilters} from './filters.js';
/** @import {EventRows} from '../page/event_rows.js' */
/** @import {FacetsContent, TimeWindow} from '../types/events.js' */

// Each filter has a bit; a number has 31 of them besides the sign bit.
const MOST_FILTERS = 31;

/** @param {(number | null)[]} values */
const numbers = values => Float64Array.from(values, value => value ?? NaN);

/**
 * The same filters in one spelling: group=, type=, ..., voice=, reach=, q=, in the link's grammar.
 * @param {string} query
 */
export function sameSpelling(query) {
  return [...new URLSearchParams(query)]
    .filter(([, value]) => value)
    .map(pair => new URLSearchParams([pair]).toString())
    .sort()
    .join('&');
}

export class Facets {
  /**
   * @param {FacetsContent} content
   * @param {number} length of the event rows
   */
  constructor({fields, voices, low, high, reported, versions, changed, added, edited}, length) {
    this.length = length;
    this.fields = fields.map(field => ({...field, codes: Int32Array.from(field.codes)}));
    this.voices = voices.map(voice => ({...voice, rows: decodeMask(voice.rows, length)}));
    this.low = numbers(low);
    this.high = numbers(high);
    this.reported = numbers(reported);
    this.versions = versions;
    this.changed = changed;
    this.added = added;
    this.edited = edited;
    this.filters = listFilters(this);
    if (this.filters.length > MOST_FILTERS) {
      const found = `found ${this.filters.length} filters`;
      throw new Error(`facets: ${found}, wanted at most ${MOST_FILTERS}`);
    }
  }

  /** The bit of a filter. @param {string} name */
  bitOf(name) {
    const index = this.filters.findIndex(filter => filter.name === name);
    if (index < 0) throw new Error(`facets: found no filter ${name}`);
    return 1 << index;
  }

  /** Kilometres beyond which no event lies; 0 where none was measured or all lie inside. */
  get farthest() {
    const metres = this.high.reduce((most, m) => (m > most ? m : most), -1);
    return Math.max(0, 1 + Math.floor(metres / 1000));
  }

  /**
   * Judge each event by the filters other than time.
   * @param {string} filters in the grammar of the link
   * @param {Uint8Array | null} matches 1 where the text of the filters was found; null for no text
   * @returns {{failed: Uint32Array, doubtful: Uint8Array}} see EventRows.setFiltered
   */
  judge(filters, matches) {
    const params = new URLSearchParams(filters);
    const failed = new Uint32Array(this.length);
    const doubtful = new Uint8Array(this.length);
    this.filters.forEach(({parameter, passes, isSure}, index) => {
      const values = params.getAll(parameter);
      const test = passes(values, matches);
      if (!test) return;
      const bit = 1 << index;
      const sure = isSure?.(values);
      for (let i = 0; i < this.length; i++) {
        if (!test(i)) failed[i] |= bit;
        else if (sure && !sure(i)) doubtful[i] = 1;
      }
    });
    return {failed, doubtful};
  }

  /**
   * Count how many events each word and each voice would show, all other filters applied.
   * Called at each frame of a drag.
   * @param {EventRows} events
   * @param {TimeWindow} window
   * @returns {Map<string, ArrayLike<number>>} by parameter of the link, a count for each word
   */
  count({starts, ends, failed}, [lo, hi]) {
    const fields = this.fields.map(({words}) => new Uint32Array(words.length));
    const voices = this.voices.map(() => 0);
    const codes = this.fields.map(field => field.codes);
    const rows = this.voices.map(voice => voice.rows);
    // The filters by words come first, then the voices.
    const voiceBits = this.voices.map((_, v) => 1 << (fields.length + v));
    const allFields = (1 << fields.length) - 1;
    for (let i = 0; i < this.length; i++) {
      const bits = failed[i];
      // An event that fails two filters would stay hidden if one of them changed.
      if (bits & (bits - 1) || starts[i] >= hi || ends[i] <= lo) continue;
      if (!bits) for (let f = 0; f < fields.length; f++) fields[f][codes[f][i]] += 1;
      else if (bits <= allFields) {
        const f = 31 - Math.clz32(bits);
        fields[f][codes[f][i]] += 1;
      }
      for (let v = 0; v < rows.length; v++) {
        if (rows[v][i] && !(bits & ~voiceBits[v])) voices[v] += 1;
      }
    }
    /** @type {[string, ArrayLike<number>][]} */
    const counts = this.fields.map(({parameter}, f) => [parameter, fields[f]]);
    return new Map([...counts, ['voice', voices]]);
  }

  /**
   * Count events by distance, all filters but that of distance applied; each where its own best
   * distance lies.
   * @param {EventRows} events
   * @param {TimeWindow} window
   * @param {number} length of a bin, km
   * @param {number} bins
   */
  countByReach({starts, ends, failed}, [lo, hi], length, bins) {
    const counts = new Uint32Array(bins);
    const own = this.bitOf('reach');
    for (let i = 0; i < this.length; i++) {
      if (failed[i] & ~own || starts[i] >= hi || ends[i] <= lo) continue;
      // What lies inside the border counts as 0 km away.
      counts[Math.floor(Math.max(0, (this.low[i] + this.high[i]) / 2000) / length)] += 1;
    }
    return counts;
  }
}
