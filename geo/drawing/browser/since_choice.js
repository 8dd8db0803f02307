// What is new: a choice of days on which the data changed, the reader's last visit among them.
import {element, titledBlock} from './dom.js';
import {findLastVisit} from './last_visit.js';
import {changedSince, listDays} from './since.js';
import {SINCE_WORDS} from './since_words.js';
import {fillTemplate} from './words.js';
/** @import {Facets} from './facets.js' */
/** @import {FilterPanelOptions} from './types.js' */

export class SinceChoice {
  section = 'top';
  #facets;
  #lang = 'en-GB';

  /**
   * @param {Facets} facets
   * @param {() => void} onCommit when a day was chosen
   */
  constructor(facets, onCommit) {
    this.#facets = facets;
    this.lastVisit = findLastVisit(facets.versions);
    this.days = listDays(facets.versions);
    this.box = element('select', {class: 'text', 'aria-label': SINCE_WORDS.title});
    this.box.onchange = onCommit;
    this.words = element('a', {class: 'note', target: '_self'}, SINCE_WORDS.inWords);
    this.node = titledBlock(SINCE_WORDS.title, this.box, this.words);
  }

  get values() {
    return this.box.value ? [this.box.value] : [];
  }

  /**
   * @param {string[]} values
   * @param {Pick<FilterPanelOptions, 'lang' | 'answered'>} options
   */
  show([moment = ''], {lang, answered}) {
    this.#lang = lang;
    this.node.hidden = !this.days.length && !this.lastVisit && !moment;
    const offered = [this.lastVisit?.version ?? '', ...this.days];
    if (moment && !offered.includes(moment)) offered.push(moment);
    const options = offered.filter(Boolean).map(each => this.#option(each));
    this.box.replaceChildren(element('option', {value: ''}, SINCE_WORDS.any), ...options);
    this.box.value = moment;
    // A page of one file has no other page, a published site no such one.
    this.words.hidden = !moment || !answered;
    if (this.words.hidden) this.words.removeAttribute('href');
    else this.words.href = `method?changed=${encodeURIComponent(moment)}#changes`;
  }

  /** @param {string} moment */
  #option(moment) {
    const changed = this.#facets.changed
      .map((_, i) => i)
      .filter(changedSince(this.#facets, moment));
    const words = this.#name(moment);
    return element('option', {value: moment}, fillTemplate(words, {count: changed.length}));
  }

  /** @param {string} moment */
  #name(moment) {
    const {lastVisit} = this;
    if (moment === lastVisit?.version) {
      return fillTemplate(SINCE_WORDS.lastVisit, {day: this.#day(lastVisit.at), count: '{count}'});
    }
    const version = this.#facets.versions.find(({id}) => id === moment);
    const day = this.#day(Date.parse(version?.date ?? moment), 'UTC');
    return fillTemplate(version ? SINCE_WORDS.version : SINCE_WORDS.day, {
      day,
      version: moment,
      count: '{count}',
    });
  }

  /** @param {number} at ms @param {string} [timeZone] by default that of the reader */
  #day(at, timeZone) {
    return new Intl.DateTimeFormat(this.#lang, {dateStyle: 'long', timeZone}).format(at);
  }
}
