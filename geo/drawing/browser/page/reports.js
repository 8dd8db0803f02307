// What the reader did on this page: each thing is numbered, and reported until it is answered.
/** @import {Answered} from '../types/events.js' */

/** What a part of the page reports to Python: for each name its number and value. */
/** @typedef {Record<string, [serial: number, value: unknown]>} Report */

/**
 * What the reader did.
 * @typedef {object} Done
 * @property {string} part
 * @property {number} serial
 * @property {unknown} value
 * @property {true} [isRepeated]
 */

/** A step through the history of the page; its value is the query of the address. */
export const STEP = 'address';

export class Reports {
  /** Larger than those of this page before it was loaded again. */
  #serial = Date.now();
  /** @type {Answered} */
  #answered = {session: '', serials: {}};
  /** @type {Map<string, Done>} by name */
  #unanswered = new Map();

  /**
   * Add what the reader did. While Python is busy, only the last report of a part is kept, so each
   * holds everything not yet answered. A step through the history goes into the reports of all
   * parts, so that Python can tell what came before it and what after, whichever it reads first.
   * @param {string} part of the page
   * @param {string} name
   * @param {unknown} value
   * @returns {Report} what the part is to report
   */
  add(part, name, value) {
    this.#serial += 1;
    this.#unanswered.set(name, {part, serial: this.#serial, value});
    /** @type {Report} */
    const report = {};
    for (const [each, one] of this.#unanswered) {
      if (one.part === part || each === STEP) report[each] = [one.serial, one.value];
    }
    return report;
  }

  /**
   * Read what Python has answered.
   * @param {Answered} [answered] none if no Python is asked
   * @returns {boolean} false where a later answer has been read before
   */
  receive(answered = this.#answered) {
    if (answered.session !== this.#answered.session) {
      // Another Python knows nothing of what this page has reported.
      this.#unanswered.clear();
    } else if (
      Object.entries(this.#answered.serials).some(
        ([name, serial]) => (answered.serials[name] ?? 0) < serial,
      )
    ) {
      return false;
    }
    this.#answered = answered;
    for (const [name, serial] of Object.entries(answered.serials)) {
      if ((this.#unanswered.get(name)?.serial ?? Infinity) <= serial) this.#unanswered.delete(name);
    }
    return true;
  }

  /**
   * Return reports that Python missed: it has answered a later one. When two parts report at nearly
   * the same time, the first can be lost. Each is repeated once.
   * @returns {Map<string, Report>} by part
   */
  repeat() {
    const latest = Math.max(0, ...Object.values(this.#answered.serials));
    /** @type {Map<string, Report>} */
    const lost = new Map();
    for (const [name, one] of this.#unanswered) {
      if (one.serial > latest || one.isRepeated) continue;
      one.isRepeated = true;
      lost.set(one.part, {...lost.get(one.part), [name]: [one.serial, one.value]});
    }
    return lost;
  }

  /** Whether Python knows what the reader did last. @param {string} name */
  isAnswered(name) {
    return !this.#unanswered.has(name);
  }
}
