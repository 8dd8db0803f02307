// Distinguishes a request of Python from an echo of our own reports: an echo changes nothing.
/** @import {CameraTriple, TimeWindow} from '../types/events.js' */

/** @template T */
export class Echo {
  /** @type {T | undefined} what both know: sent by Python or reported to it last */
  #known;

  /** @param {(a: T, b: T) => boolean} same whether two values mean the same */
  constructor(same) {
    this.same = same;
  }

  /** Remember a value that is reported to Python. @param {T} value */
  remember(value) {
    this.#known = value;
  }

  /** Take the next value as new, whatever it is. */
  reset() {
    this.#known = undefined;
  }

  /**
   * Whether a value from Python, which knows all reports, asks for a change here.
   * @param {T} value
   */
  isNew(value) {
    const isNew = this.#known === undefined || !this.same(value, this.#known);
    this.#known = value;
    return isNew;
  }
}

/** @type {(a: TimeWindow, b: TimeWindow) => boolean} */
export const sameWindow = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * A link may round a camera; a difference of half its last digit must not move the map.
 * @param {CameraTriple | null} a
 * @param {CameraTriple | null} b
 */
export const sameCamera = (a, b) =>
  a === b ||
  (!!a &&
    !!b &&
    Math.abs(a[0] - b[0]) < 0.006 &&
    Math.abs(a[1] - b[1]) < 0.006 &&
    Math.abs(a[2] - b[2]) < 0.06);
