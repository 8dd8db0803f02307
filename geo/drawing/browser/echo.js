// Tells a request of Python from the echo of our own reports: reruns come late, twice or never.
/** @import {CameraTriple, TimeWindow} from './types.js' */

/** @template T */
export class Echo {
  /** @param {(a: T, b: T) => boolean} same whether two values mean the same */
  constructor(same) {
    this.same = same;
    /** @type {T[]} what Python has not answered yet, oldest first */
    this.pending = [];
    /** @type {T | undefined} what Python sent last */
    this.received = undefined;
  }

  /** Remember a value that was just sent to Python. @param {T} value */
  remember(value) {
    this.pending.push(value);
  }

  /** Take the next value as new, whatever it is. */
  reset() {
    this.pending = [];
    this.received = undefined;
  }

  /** Whether a value from Python asks for a change here. @param {T} value */
  isNew(value) {
    if (this.received !== undefined && this.same(value, this.received)) {
      // There and back again: one run that received both reports answers neither.
      const latest = this.pending.at(-1);
      if (latest !== undefined && this.same(value, latest)) this.pending = [];
      return false;
    }
    this.received = value;
    const answered = this.pending.findIndex(sent => this.same(sent, value));
    if (answered < 0) {
      this.pending = [];
      return true;
    }
    this.pending.splice(0, answered + 1);
    return false;
  }
}

/** @type {(a: TimeWindow, b: TimeWindow) => boolean} */
export const sameWindow = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * A link may round a camera; half of its last digit is no reason to move.
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
