// How many events a page shows: the one count, which follows every move of the map.
import {element} from '../page/dom.js';
import {fillTemplate, WORDS} from '../page/words.js';
/** @import {Choices} from '../filters/choices.js' */
/** @import {EventCountOptions} from '../types/options.js' */

/**
 * Events in a window, possibly or not, and all that pass the other filters.
 * @typedef {{shown: number, possible: number, total: number}} Counted
 */

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
    const {count, words, others, lang} = this.options;
    const {events, window} = this.choices;
    // Null if no part of the page has the events.
    const counted = events?.count(window);
    const number = new Intl.NumberFormat(lang);
    const live = counted ? this.#countWords(counted, number) : count;
    this.number.textContent = live;
    // Python's words are those of its own count: during a move they wait for its answer.
    const filters = live === count ? words : '';
    const left = counted ? this.#countOthers(counted, number) : others;
    this.reasons.textContent = this.reasons.title = [filters, left].filter(Boolean).join(' · ');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.spoken.textContent !== live) this.spoken.textContent = live;
    }, SPEAK_MS);
  }

  /** The count of this moment. @param {Counted} counted @param {Intl.NumberFormat} number */
  #countWords({shown, possible}, number) {
    const total = this.options?.total ?? 0;
    const {events: one, eventsOf, eventOne, onlyPossibly, noMatch, noEvents} = WORDS;
    if (!shown) return total ? noMatch : noEvents;
    const values = {shown: number.format(shown), total: number.format(total)};
    const template = shown < total ? eventsOf : total === 1 ? eventOne : one;
    const doubt = possible ? fillTemplate(onlyPossibly, {possible: number.format(possible)}) : '';
    return fillTemplate(template, values) + doubt;
  }

  /**
   * Why the others are not shown, in the words of geo/summaries/count.py.
   * @param {Counted} counted
   * @param {Intl.NumberFormat} number
   */
  #countOthers({shown, total: found}, number) {
    /** @type {[string, number][]} */
    const reasons = [
      [WORDS.outsideDates, found - shown],
      [WORDS.hiddenByFilters, (this.options?.total ?? found) - found],
    ];
    return reasons
      .filter(([, left]) => left > 0)
      .map(([words, left]) => fillTemplate(words, {count: number.format(left)}))
      .join(', ');
  }
}
