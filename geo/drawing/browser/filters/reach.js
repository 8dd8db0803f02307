// How far from the border, as a link writes it, and in words. Inside, distances are negative.
import {fillTemplate} from '../page/words.js';
/** @import {Words} from '../page/words.js' */

/**
 * Kilometres from the border of "100..450", "..450" or "100..".
 * @param {string | null | undefined} text
 * @returns {[number, number]} infinite where an end is open
 */
export function readReach(text) {
  const [low, high] = (text || '..').split('..');
  return [low === '' ? -Infinity : Number(low), high === '' ? Infinity : Number(high)];
}

/**
 * The words of geo/link/reach.py.
 * @param {[number, number]} reach as `readReach` returns it
 * @param {Words} words
 */
export function describeReach([low, high], words) {
  return fillTemplate(chooseWords(low, high, words), {low: Math.abs(low), high: Math.abs(high)});
}

/** @type {(low: number, high: number, words: Words) => string} */
function chooseWords(low, high, words) {
  if (low === -Infinity && high === Infinity) return words.anyDistance;
  if (low === -Infinity) {
    if (high > 0) return words.outsideAtMost;
    return high ? words.insideAtLeast : words.inside;
  }
  if (high === Infinity) {
    if (low < 0) return words.insideAtMost;
    return low ? words.outsideAtLeast : words.outside;
  }
  if (!low && !high) return words.onBorder;
  if (low === high) return low < 0 ? words.insideAt : words.outsideAt;
  if (low < 0 && high > 0) return words.acrossBorder;
  return low < 0 ? words.insideBetween : words.outsideBetween;
}
