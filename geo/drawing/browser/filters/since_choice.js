// What is new: since a day on which the data changed, an earlier version, or the last visit.
import {MomentBox} from '../controls/moment_box.js';
import {sayMoment} from '../controls/written_moment.js';
import {element, titledBlock} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {findLastVisit} from './last_visit.js';
import {listDays, listRevisions, nameChange, splitAsked} from './since.js';
import {SINCE_WORDS} from './since_words.js';
/** @import {FilterPanelOptions} from '../types/options.js' */
/** @import {Facets} from './facets.js' */

const OTHER_DAY = 'other';

export class SinceChoice {
  section = 'top';
  #facets;
  #lang = 'en-GB';
  /** A day is about to be written. */
  #isWriting = false;
  /** @type {Map<string, {new: number, changed: number, reworded: number}>} by moment */
  #counts = new Map();

  /**
   * @param {Facets} facets
   * @param {() => void} onCommit when a moment or a kind of change was chosen
   */
  constructor(facets, onCommit) {
    this.#facets = facets;
    this.lastVisit = findLastVisit(facets.versions);
    this.days = listDays(facets.versions);
    this.revisions = listRevisions(facets.versions);
    this.select = element('select', {class: 'text', 'aria-label': SINCE_WORDS.title});
    this.select.onchange = () => {
      this.#isWriting = this.select.value === OTHER_DAY;
      this.day.node.hidden = !this.#isWriting;
      if (!this.#isWriting) onCommit();
      else this.day.node.focus();
    };
    const {dayHint: hint, wantedDay: wanted} = SINCE_WORDS;
    const title = `${SINCE_WORDS.title}: ${SINCE_WORDS.otherDay}`;
    this.day = new MomentBox({title, hint, wanted, isDay: true}, onCommit);
    this.kind = element('select', {class: 'text', 'aria-label': SINCE_WORDS.kinds});
    this.kind.onchange = onCommit;
    this.words = element('a', {class: 'note', target: '_self'}, SINCE_WORDS.inWords);
    this.node = titledBlock(SINCE_WORDS.title, this.select, this.day.node, this.kind, this.words);
  }

  get values() {
    const moment = this.select.value === OTHER_DAY ? this.day.value : this.select.value;
    const kind = this.kind.value;
    return moment ? [kind ? `${kind}-${moment}` : moment] : [];
  }

  /**
   * @param {string[]} values
   * @param {Pick<FilterPanelOptions, 'lang' | 'answered'>} options
   */
  show([asked = ''], {lang, answered}) {
    this.#lang = lang;
    this.day.lang = lang;
    const {kind, moment} = splitAsked(asked);
    this.node.hidden = this.#facets.versions.length < 2 && !moment;
    this.#offer(moment);
    this.day.node.hidden = this.select.value !== OTHER_DAY;
    this.day.show(this.day.node.hidden ? '' : moment);
    this.#offerKinds(kind, moment);
    // A one-file page has no other pages, and a published site lacks this one.
    this.words.hidden = !moment || !answered;
    if (this.words.hidden) this.words.removeAttribute('href');
    else this.words.href = `method?changed=${encodeURIComponent(moment)}#changes`;
  }

  /** @param {string} moment the one in use */
  #offer(moment) {
    const {lastVisit, days, revisions} = this;
    const isRevision = revisions.some(({id}) => id === moment);
    const isOffered = isRevision || days.includes(moment) || moment === lastVisit?.version;
    const {versions} = this.#facets;
    const index = versions.findIndex(({id}) => id === moment);
    const own = !isOffered && index >= 0 ? [{id: moment, back: versions.length - 1 - index}] : [];
    this.select.replaceChildren(
      element('option', {value: ''}, SINCE_WORDS.any),
      ...(lastVisit ? [this.#option(lastVisit.version, SINCE_WORDS.lastVisit)] : []),
      element(
        'optgroup',
        {label: SINCE_WORDS.days},
        ...days.map(day => this.#option(day, SINCE_WORDS.day)),
        element('option', {value: OTHER_DAY}, SINCE_WORDS.otherDay),
      ),
      element(
        'optgroup',
        {label: SINCE_WORDS.revisions},
        ...[...revisions, ...own].map(({id, back}) =>
          this.#option(id, back > 1 ? SINCE_WORDS.lastRevisions : SINCE_WORDS.revision, {back}),
        ),
      ),
    );
    const isWritten = moment ? !isOffered && index < 0 : this.#isWriting;
    this.select.value = isWritten ? OTHER_DAY : moment;
  }

  /** @param {string} kind @param {string} moment */
  #offerKinds(kind, moment) {
    this.kind.hidden = !moment;
    const counts = this.#count(moment);
    const {newAndChanged, onlyNew, onlyChanged, onlyReworded} = SINCE_WORDS;
    const kinds = [
      {id: '', words: newAndChanged, count: counts.new + counts.changed},
      {id: 'new', words: onlyNew, count: counts.new},
      {id: 'changed', words: onlyChanged, count: counts.changed},
      {id: 'reworded', words: onlyReworded, count: counts.reworded},
    ];
    const options = kinds.map(({id, words, count}) =>
      element('option', {value: id}, fillTemplate(words, {count})),
    );
    this.kind.replaceChildren(...options);
    this.kind.value = moment ? kind : '';
  }

  /**
   * @param {string} moment
   * @param {string} words
   * @param {Record<string, number>} [values]
   */
  #option(moment, words, values) {
    const {version, at} = this.lastVisit ?? {};
    const date = this.#facets.versions.find(({id}) => id === moment)?.date ?? moment;
    const visited = moment === version && words === SINCE_WORDS.lastVisit;
    const day = visited ? this.#writeVisit(at ?? 0) : sayMoment(date, this.#lang);
    const counts = this.#count(moment);
    const text = fillTemplate(words, {day, count: counts.new + counts.changed, ...values});
    return element('option', {value: moment}, text);
  }

  /** @param {string} moment */
  #count(moment) {
    const known = this.#counts.get(moment);
    if (known) return known;
    const counts = {new: 0, changed: 0, reworded: 0};
    const name = nameChange(this.#facets, moment);
    for (let i = 0; moment && i < this.#facets.length; i++) {
      const change = name(i);
      if (change) counts[change]++;
    }
    this.#counts.set(moment, counts);
    return counts;
  }

  /** @param {number} at ms, on the reader's clock */
  #writeVisit(at) {
    return new Intl.DateTimeFormat(this.#lang, {dateStyle: 'long'}).format(at);
  }
}
