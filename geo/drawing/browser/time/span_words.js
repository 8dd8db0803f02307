// Lengths of time in words.
import {DAY, LADDER, UNIT_MS} from '../controls/calendar.js';
/** @import {Unit} from '../controls/calendar.js' */

/** A length of time in words: "7 days". @param {number} ms @param {string} lang */
export function spanWords(ms, lang) {
  const {unit} = LADDER.findLast(({ms: length}) => length <= ms + 1) ?? LADDER[0];
  const count = Math.round(ms / UNIT_MS[unit]);
  return unitWords(unit, count, lang);
}

/** @type {(unit: Unit | 'week', count: number, lang: string) => string} */
const unitWords = (unit, count, lang) =>
  new Intl.NumberFormat(lang, {style: 'unit', unit, unitDisplay: 'long'}).format(count);

/** A length of time after "per": "week", "2 hours". @param {number} ms @param {string} lang */
export function perWords(ms, lang) {
  const weeks = ms / (7 * DAY);
  const words = Number.isInteger(weeks) ? unitWords('week', weeks, lang) : spanWords(ms, lang);
  return words.replace(/^1 /, '');
}
