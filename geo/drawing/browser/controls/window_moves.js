// Where the window of a brush goes: by one end, as a whole, by a drag, by a key. No element.
import {pageSteps} from './calendar.js';
/** @import {TimeWindow} from '../types/events.js' */

/**
 * @typedef {object} Brushed
 * @property {TimeWindow} domain
 * @property {TimeWindow} window
 * @property {number} step the grid starts with the domain
 */

/** @type {(value: number, lo: number, hi: number) => number} */
export const clamp = (value, lo, hi) => Math.min(hi, Math.max(lo, value));

/** The nearest value of the grid. @type {(brushed: Brushed, value: number) => number} */
export function snap({domain: [lo, hi], step}, value) {
  return clamp(lo + Math.round((value - lo) / step) * step, lo, hi);
}

/**
 * Move one end; the other stays, at least one step away.
 * @param {Brushed} brushed
 * @param {number} i 0 for the start, 1 for the end
 * @param {number} value
 * @returns {TimeWindow}
 */
export function moveEnd(brushed, i, value) {
  const {window, step} = brushed;
  const [from, to] = window;
  const end = snap(brushed, value);
  return i ? [from, Math.max(from + step, end)] : [Math.min(to - step, end), to];
}

/**
 * Move the whole window, as far as the domain allows.
 * @param {Brushed} brushed
 * @param {number} distance
 * @returns {TimeWindow}
 */
export function moveWindow({domain: [lo, hi], window: [from, to]}, distance) {
  const allowed = clamp(distance, Math.min(0, lo - from), Math.max(0, hi - to));
  return [from + allowed, to + allowed];
}

/**
 * What a pointer holds.
 * @typedef {object} Grip
 * @property {number} end 0 for the start of the window, 1 for its end, -1 for neither
 * @property {boolean} isInside whether it is the window, which moves as a whole
 * @property {number} start where the pointer took hold
 * @property {TimeWindow} before the window at that moment
 */

/**
 * Move as a pointer drags: one end, the whole window, or, from beside it, a new window.
 * @param {Brushed} brushed
 * @param {Grip} grip
 * @param {number} at where the pointer is
 * @returns {TimeWindow}
 */
export function dragWindow(brushed, {end, isInside, start, before}, at) {
  const {domain, step} = brushed;
  if (end >= 0) return moveEnd(brushed, end, at - (start - before[end]));
  if (isInside) {
    const steps = Math.round((at - start) / step);
    return moveWindow({domain, window: before, step}, steps * step);
  }
  const [first, last] = [Math.min(start, at), Math.max(start, at)];
  return [snap(brushed, first - step / 2), snap(brushed, last + step / 2)];
}

/**
 * Move as a key asks: arrows by a step, Page by many, Home and End to the ends of the domain.
 * @param {Brushed} brushed
 * @param {number} i of the handle that has the focus
 * @param {string} key
 * @param {boolean} whole whether the whole window moves
 * @returns {TimeWindow | null} null for a key that means nothing here
 */
export function moveByKey(brushed, i, key, whole) {
  const {domain, window, step} = brushed;
  const page = pageSteps(step);
  const steps = new Map([
    ['ArrowLeft', -1],
    ['ArrowDown', -1],
    ['ArrowRight', 1],
    ['ArrowUp', 1],
    ['PageDown', -page],
    ['PageUp', page],
    ['Home', -Infinity],
    ['End', Infinity],
  ]).get(key);
  if (steps === undefined) return null;
  if (whole) return moveWindow(brushed, steps * step);
  const isFinite = Number.isFinite(steps);
  return moveEnd(brushed, i, isFinite ? window[i] + steps * step : domain[steps < 0 ? 0 : 1]);
}
