// The link is the state: reads and writes it by the table that geo/link/grammar.py writes.
import {readEnd, readMoment, READERS, writeEnd, writeStart} from './link_values.js';
import {ONLY_IN_APP_WORDS} from './only_in_app_words.js';
import {listTrimmed, readTexts} from './pasted.js';

/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} kind which of READERS reads it
 * @property {string} pattern that the whole text must match; "" for any text
 * @property {string[] | null} words the only texts that there are
 * @property {boolean} repeated
 * @property {boolean} filters whether it chooses events
 * @property {boolean} figures whether it says which figures the analysis shows, and how
 * @property {string[]} default
 */

/**
 * @typedef {object} Grammar
 * @property {Parameter[]} parameters in the order of an address
 * @property {[string, string]} whole the days of the record, as two moments
 * @property {string[]} foreign names that are not ours to judge
 * @property {string[]} tracking names that count clicks
 * @property {string[]} tracking_starts how others of them start
 * @property {number} most_characters of a value
 * @property {string[] | null} groups of the record
 * @property {string[] | null} versions of the data
 */

// The time bar chooses the days.
const OUTSIDE_THE_PANEL = ['from', 'to', 'zone', ...Object.keys(ONLY_IN_APP_WORDS)];

/** Whether the panel of a site has this filter. @param {Parameter} row */
export const isInPanel = ({name, filters}) => filters && !OUTSIDE_THE_PANEL.includes(name);

/**
 * What a page cannot show of a link.
 * @typedef {object} LeftOut
 * @property {string[]} leftOut names of the parameters that could not be used
 * @property {string} lostEvent the event that it names and the record does not have; "" for none
 */

/** The texts of each parameter that says something. @typedef {Map<string, string[]>} Values */

/** As Python's urlencode, with ":" and "," as they are. @param {string} text */
const encode = text =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+')
    .replace(/%3A/g, ':')
    .replace(/%2C/g, ',');

export class LinkGrammar {
  #rows;

  /** @param {Grammar} grammar */
  constructor(grammar) {
    this.grammar = grammar;
    this.#rows = grammar.parameters.map(row => ({
      ...row,
      matches: row.pattern ? new RegExp(`^(?:${row.pattern})$`) : null,
    }));
  }

  /**
   * What a query asks for, and what had to be left out.
   * @param {string} query after the question mark
   * @returns {{values: Values} & LeftOut}
   */
  read(query) {
    const asked = this.#dropTracking(readTexts(query));
    /** @type {Values} */
    const values = new Map();
    /** @type {string[]} */
    const leftOut = [];
    for (const row of this.#rows) {
      const texts = (asked.get(row.name) ?? []).filter((text, i, all) =>
        row.repeated ? text : i === all.length - 1 && text,
      );
      const found = texts.map(text => this.#readText(row, text));
      if (found.includes(null)) leftOut.push(row.name);
      const read = [...new Set(found.filter(text => text))].map(String);
      if (read.length) values.set(row.name, row.repeated ? sortByCode(read) : read);
    }
    this.#joinRange(values, leftOut);
    const known = new Set([...this.grammar.foreign, ...this.#rows.map(({name}) => name)]);
    leftOut.push(...sortByCode([...asked.keys()].filter(name => !known.has(name))));
    const lostEvent = leftOut.includes('event') ? (asked.get('event')?.at(-1) ?? '') : '';
    if (values.has('view') && lostEvent) {
      // The camera was aimed at the event, where there may be nothing else.
      values.delete('view');
      leftOut.push('view');
    }
    return {values, leftOut, lostEvent};
  }

  /**
   * The query of a view; what is as by default stays out of it.
   * @param {Values} values
   * @param {(row: Parameter) => boolean} isAsked which parameters are written
   */
  write(values, isAsked = () => true) {
    return this.#rows
      .filter(isAsked)
      .flatMap(({name, default: usual}) => {
        const texts = values.get(name) ?? [];
        return String(texts) === String(usual) ? [] : texts.map(text => [name, text]);
      })
      .map(([name, text]) => `${encode(name)}=${encode(text)}`)
      .join('&');
  }

  /** The filters of the panel, as other parts of the page read them. @param {Values} values */
  writeFilters(values) {
    return this.write(values, isInPanel);
  }

  /** @param {Map<string, string[]>} asked */
  #dropTracking(asked) {
    const {tracking, tracking_starts: starts} = this.grammar;
    /** @param {string} name in lower case */
    const isTracking = name => tracking.includes(name) || starts.some(one => name.startsWith(one));
    return new Map([...asked].filter(([name]) => !isTracking(name.toLowerCase())));
  }

  /**
   * @param {Parameter & {matches: RegExp | null}} row
   * @param {string} text
   */
  #readText({kind, words, matches, repeated}, text) {
    if (!repeated && [...text].length > this.grammar.most_characters) return null;
    for (const some of listTrimmed(text)) {
      if ((matches && !matches.test(some)) || (words && !words.includes(some))) continue;
      // No link raises, not even one with a kind of value that is not read here yet.
      const read = READERS[kind]?.(some, this.grammar) ?? null;
      if (read !== null) return read;
    }
    return null;
  }

  /**
   * Put a range in place of its two ends, each of which is a parameter of its own.
   * @param {Values} values
   * @param {string[]} leftOut
   */
  #joinRange(values, leftOut) {
    const [[from], [to]] = [values.get('from') ?? [], values.get('to') ?? []];
    if (!from && !to) return;
    const [first, last] = this.grammar.whole.map(readMoment);
    const [start, end] = [from ? readMoment(from) : first, to ? readEnd(to) : last];
    values.delete('from');
    values.delete('to');
    if (start === null || end === null || start >= end) leftOut.push('from');
    else values.set('from', [writeStart(start)]).set('to', [writeEnd(end)]);
  }
}

/** In the order of Python: by code points. @param {string[]} texts */
function sortByCode(texts) {
  /** @param {string} a @param {string} b */
  const compare = (a, b) => {
    const [one, other] = [[...a], [...b]];
    const at = one.findIndex((char, i) => char !== other[i]);
    if (at < 0) return one.length - other.length;
    return (one[at].codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? -1);
  };
  return texts.sort(compare);
}
