// How many events a page shows: the one count, which follows every move of the map.
import {element} from './dom.js';
import {fillTemplate, WORDS} from './words.js';
/** @import {Choices} from './choices.js' */
/** @import {EventCountOptions} from './option_types.js' */

const SPEAK_MS = 400; // after the last change, so that a drag is spoken once

export class EventCount {
  /** @type {EventCountOptions | null} */
  options = null;
  /** @type {number | undefined} */
  #frame;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Choices} choices */
  constructor(choices) {
    this.choices = choices;
    this.number = element('b');
    this.reasons = element('span', {class: 'reasons'});
    const shown = element('p', {class: 'count'}, this.number, ' ', this.reasons);
    this.spoken = element('p', {class: 'unseen', role: 'status'});
    this.node = element('div', {class: 'event-count'}, shown, this.spoken);
    choices.onChange(() => this.#follow());
  }

  /** Called at every rerun. @param {EventCountOptions} options */
  update(options) {
    this.options = options;
    this.#show();
  }

  #follow() {
    if (!this.options || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#show();
    });
  }

  #show() {
    if (!this.options) return;
    const {count, words, others} = this.options;
    const live = this.#countWords(this.options) ?? count;
    this.number.textContent = live;
    // Python's reasons are those of its own count: during a move they wait for its answer.
    const reasons = live === count ? [words, others].filter(Boolean).join(' · ') : '';
    this.reasons.textContent = reasons;
    this.reasons.title = reasons;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.spoken.textContent !== live) this.spoken.textContent = live;
    }, SPEAK_MS);
  }

  /**
   * The count of this moment; null where no part of the page has the events.
   * @param {EventCountOptions} options
   */
  #countWords({total, lang}) {
    const {events, window} = this.choices;
    if (!events) return null;
    const {shown, possible} = events.count(window);
    const {events: one, eventsOf, eventOne, onlyPossibly, noMatch, noEvents} = WORDS;
    if (!shown) return total ? noMatch : noEvents;
    const number = new Intl.NumberFormat(lang);
    const values = {shown: number.format(shown), total: number.format(total)};
    const template = shown < total ? eventsOf : total === 1 ? eventOne : one;
    const doubt = possible ? fillTemplate(onlyPossibly, {possible: number.format(possible)}) : '';
    return fillTemplate(template, values) + doubt;
  }
}
