// What events are filtered by: the words, flags and distances of each, and which filters it passes.
import {readMask} from './event_rows.js';
/** @import {EventRows} from './event_rows.js' */
/** @import {FacetsContent, TimeWindow} from './types.js' */

// One bit for each field, each voice, the distance and the text; a number has 31 without its sign.
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

/**
 * Kilometres from the border of "100..450", "..450" or "100..".
 * @param {string | null} text
 * @returns {[number, number]} infinite where an end is open
 */
export function readReach(text) {
  const [low, high] = (text || '..').split('..');
  return [low === '' ? -Infinity : Number(low), high === '' ? Infinity : Number(high)];
}

export class Facets {
  /**
   * @param {FacetsContent} content
   * @param {number} length of the event rows
   */
  constructor({fields, voices, low, high}, length) {
    const filters = fields.length + voices.length + 2;
    if (filters > MOST_FILTERS) {
      throw new Error(`facets: found ${filters} filters, wanted at most ${MOST_FILTERS}`);
    }
    this.length = length;
    this.fields = fields.map(field => ({...field, codes: Int32Array.from(field.codes)}));
    this.voices = voices.map(voice => ({...voice, rows: readMask(voice.rows, length)}));
    this.low = numbers(low);
    this.high = numbers(high);
    this.reachBit = 1 << (fields.length + voices.length);
    this.textBit = this.reachBit << 1;
  }

  /** @param {number} place */
  bitOfField(place) {
    return 1 << place;
  }

  /** @param {number} place */
  bitOfVoice(place) {
    return 1 << (this.fields.length + place);
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
    /** @type {(bit: number, passes: (i: number) => unknown) => void} */
    const fail = (bit, passes) => {
      for (let i = 0; i < this.length; i++) if (!passes(i)) failed[i] |= bit;
    };
    this.fields.forEach(({parameter, words, codes}, place) => {
      const chosen = new Set(params.getAll(parameter));
      if (!chosen.size) return;
      const passes = words.map(({id}) => chosen.has(id));
      fail(this.bitOfField(place), i => passes[codes[i]]);
    });
    const voices = params.getAll('voice');
    this.voices.forEach(({id, rows}, place) => {
      if (voices.includes(id)) fail(this.bitOfVoice(place), i => rows[i]);
    });
    if (params.get('reach')) {
      const [low, high] = readReach(params.get('reach')).map(km => km * 1000);
      fail(this.reachBit, i => this.low[i] <= high && this.high[i] >= low);
      for (let i = 0; i < this.length; i++) {
        doubtful[i] = Number(!(this.low[i] >= low && this.high[i] <= high));
      }
    }
    if (matches && params.get('q')) fail(this.textBit, i => matches[i]);
    return {failed, doubtful};
  }

  /**
   * Count how many events each word and each voice would show, all other filters applied.
   * Called at each frame of a drag.
   * @param {EventRows} events
   * @param {TimeWindow} window
   */
  count({starts, ends, failed}, [lo, hi]) {
    const fields = this.fields.map(({words}) => new Uint32Array(words.length));
    const voices = this.voices.map(() => 0);
    const codes = this.fields.map(field => field.codes);
    const rows = this.voices.map(voice => voice.rows);
    const allFields = this.bitOfVoice(0) - 1;
    for (let i = 0; i < this.length; i++) {
      const bits = failed[i];
      // What fails two filters would not be shown by a change of one.
      if (bits & (bits - 1) || starts[i] >= hi || ends[i] <= lo) continue;
      if (!bits) for (let f = 0; f < fields.length; f++) fields[f][codes[f][i]] += 1;
      else if (bits <= allFields) {
        const f = 31 - Math.clz32(bits);
        fields[f][codes[f][i]] += 1;
      }
      for (let v = 0; v < rows.length; v++) {
        if (rows[v][i] && !(bits & ~this.bitOfVoice(v))) voices[v] += 1;
      }
    }
    return {fields, voices};
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
    for (let i = 0; i < this.length; i++) {
      if (failed[i] & ~this.reachBit || starts[i] >= hi || ends[i] <= lo) continue;
      // What lies inside the border counts as 0 km away.
      counts[Math.floor(Math.max(0, (this.low[i] + this.high[i]) / 2000) / length)] += 1;
    }
    return counts;
  }
}
