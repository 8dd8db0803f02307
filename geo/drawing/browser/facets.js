// By what a reader filters: the words, flags and distances of the events, and what a choice of them makes of each event.
import {readMask} from './event_rows.js';

/**
 * The filters other than time, in the grammar of the link: group=, type=, …, voice=, reach=, q=.
 * @typedef {string} Filters
 */

/** @typedef {{id: string, label: string, meaning: string}} Word */

/**
 * As Python writes it (geo/drawing/facets.py): columns in the order of the event rows.
 * @typedef {object} FacetsContent
 * @property {{name: string, parameter: string, title: string, words: Word[], codes: number[]}[]} fields codes count into words, -1 for none
 * @property {{id: string, label: string, rows: string}[]} voices what the claims as a whole say; rows as a packed mask
 * @property {(number | null)[]} low nearest possible distance from the border, metres, negative inside; null where not known
 * @property {(number | null)[]} high farthest possible
 */

const numbers = values => Float64Array.from(values, value => value ?? NaN);

/** The same filters in one spelling. @param {string} query @returns {Filters} */
export function sameSpelling(query) {
  const params = new URLSearchParams(query);
  return [...params]
    .filter(([, value]) => value)
    .map(pair => new URLSearchParams([pair]).toString())
    .sort()
    .join('&');
}

/** Kilometres from the border of "100..450", "..450" or "100..". @returns {[number, number]} */
export function readReach(text) {
  const [low, high] = (text || '..').split('..');
  return [low === '' ? -Infinity : Number(low), high === '' ? Infinity : Number(high)];
}

export class Facets {
  /** @param {FacetsContent} content @param {number} length of the event rows */
  constructor({fields, voices, low, high}, length) {
    this.length = length;
    this.fields = fields.map(field => ({...field, codes: Uint16Array.from(field.codes)}));
    this.voices = voices.map(voice => ({...voice, rows: readMask(voice.rows, length)}));
    [this.low, this.high] = [numbers(low), numbers(high)];
    this.reachBit = 1 << (fields.length + voices.length);
    this.textBit = this.reachBit << 1;
  }

  bitOfField(place) {
    return 1 << place;
  }

  bitOfVoice(place) {
    return 1 << (this.fields.length + place);
  }

  /** Kilometres beyond which no event lies; 0 where none was measured or all lie inside. */
  get farthest() {
    return Math.max(
      0,
      1 + Math.floor(this.high.reduce((most, m) => (m > most ? m : most), -1) / 1000),
    );
  }

  /**
   * Judge each event by the filters other than time.
   * @param {Filters} filters
   * @param {Uint8Array | null} matches 1 where the text that is looked for was found; null where none is
   * @returns {{failed: Uint16Array, doubtful: Uint8Array}} see EventRows.keep
   */
  judge(filters, matches) {
    const params = new URLSearchParams(filters);
    const [failed, doubtful] = [new Uint16Array(this.length), new Uint8Array(this.length)];
    const fail = (bit, passes) => {
      for (let i = 0; i < this.length; i++) if (!passes(i)) failed[i] |= bit;
    };
    this.fields.forEach(({parameter, words, codes}, place) => {
      const chosen = new Set(params.getAll(parameter));
      if (!chosen.size) return;
      const passes = words.map(({id}) => chosen.has(id));
      fail(this.bitOfField(place), i => passes[codes[i]]);
    });
    const asked = params.getAll('voice');
    this.voices.forEach(
      ({id, rows}, place) => asked.includes(id) && fail(this.bitOfVoice(place), i => rows[i]),
    );
    if (params.get('reach')) {
      const [low, high] = readReach(params.get('reach')).map(km => km * 1000);
      fail(this.reachBit, i => this.low[i] <= high && this.high[i] >= low);
      for (let i = 0; i < this.length; i++)
        doubtful[i] = Number(!(this.low[i] >= low && this.high[i] <= high));
    }
    if (matches && params.get('q')) fail(this.textBit, i => matches[i]);
    return {failed, doubtful};
  }

  /**
   * Count how many events each word and each voice would show, all other filters applied. At each frame of a drag.
   * @param {import('./event_rows.js').EventRows} events
   * @param {[number, number]} window ms
   * @returns {{fields: Uint32Array[], voices: number[]}}
   */
  count({starts, ends, failed}, [lo, hi]) {
    const fields = this.fields.map(({words}) => new Uint32Array(words.length));
    const voices = this.voices.map(() => 0);
    const codes = this.fields.map(field => field.codes);
    const rows = this.voices.map(voice => voice.rows);
    const allFields = this.bitOfVoice(0) - 1;
    for (let i = 0; i < this.length; i++) {
      const bits = failed[i];
      // Who fails two filters would not be shown by a change of one.
      if (bits & (bits - 1) || starts[i] >= hi || ends[i] <= lo) continue;
      if (!bits) for (let f = 0; f < fields.length; f++) fields[f][codes[f][i]] += 1;
      else if (bits <= allFields) {
        const f = 31 - Math.clz32(bits);
        fields[f][codes[f][i]] += 1;
      }
      for (let v = 0; v < rows.length; v++)
        if (rows[v][i] && !(bits & ~this.bitOfVoice(v))) voices[v] += 1;
    }
    return {fields, voices};
  }

  /**
   * Count events by distance, all filters but that of distance applied; each where its own best distance lies.
   * @param {import('./event_rows.js').EventRows} events
   * @param {[number, number]} window ms
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
