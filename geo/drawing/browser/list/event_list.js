// The events of the range as a list of buttons: the keyboard's way to every event.
import {element, icon, whenReleased} from '../page/dom.js';
import {fillTemplate, WORDS} from '../page/words.js';
import {LIST_WANTED} from '../panels/panel_words.js';
import {eventButton} from './event_button.js';
import {findFreshness} from './freshness.js';
import {RovingFocus} from './roving_focus.js';
/** @import {Change, Choices} from '../filters/choices.js' */
/** @import {TimeWindow} from '../types/events.js' */
/** @import {EventListOptions} from '../types/options.js' */
/** @import {ListedEvent} from './event_button.js' */

const CHUNK = 200;
const FOLLOW_MS = 150; // after the last move of the window
const EDGE_OF_LIST_PX = 8;
const TURN = 'M6 3l4 4H7.2v9H4.8V7H2zM14 17l-4-4h2.8V4h2.4v9H18z';

export class EventList {
  newestFirst = false;
  /** @type {(id: string) => void} */
  onPick = () => {};
  /** Rows in the order of the list. */
  inside = new Uint32Array();
  /** @type {TimeWindow} that they lie in */
  #window = [0, 0];
  /** @type {EventListOptions | null} */
  options = null;
  /** @type {HTMLButtonElement[]} of the events that are written, from the top */
  #buttons = [];
  #content = '';
  /** @type {string | null} */
  #marked = null;
  /** @type {string | null} the entry that is to take the focus; "": where Tab stops */
  #wanted = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Choices} choices */
  constructor(choices) {
    this.choices = choices;
    this.heading = element('span', {class: 'list-count', role: 'status'});
    this.order = element('button', {type: 'button', class: 'button order'});
    this.order.onclick = () => {
      this.newestFirst = !this.newestFirst;
      this.#fill();
    };
    this.list = element('ol', {class: 'events'});
    this.focus = new RovingFocus(this.list, () => this.#showMore());
    this.more = element('button', {type: 'button', class: 'button more'});
    this.more.onclick = () => this.#showMore(true);
    this.scroller = element('div', {class: 'list-scroller'}, this.list, this.more);
    const head = element('div', {class: 'list-head'}, this.heading, this.order);
    this.node = element('section', {class: 'event-list'}, head, this.scroller);
    this.node.setAttribute('aria-label', WORDS.listName);
    addEventListener(LIST_WANTED, event => {
      this.#wanted = (event instanceof CustomEvent && event.detail) || '';
      if (this.node.isConnected) this.#enter();
    });
    choices.onChange(change => this.#follow(change));
    // On paper there is no button for more.
    addEventListener('beforeprint', () => {
      while (this.node.isConnected && this.#buttons.length < this.inside.length) this.#showMore();
    });
  }

  /** Called at every rerun. @param {EventListOptions} options */
  update(options) {
    const {selected, height, ...content} = options;
    this.options = options;
    this.node.style.setProperty('--list-height', height);
    const written = JSON.stringify(content);
    if (written !== this.#content) {
      this.#content = written;
      if (this.choices.events) this.#fill();
    }
    if (selected !== this.#marked) this.#mark(selected);
    if (this.#wanted !== null && selected === null) this.#enter();
  }

  /** Move the focus to what was requested; a reader who returns finds the page as it was. */
  #enter() {
    const isBack = !!this.#wanted;
    if (this.#wanted) this.#reveal(this.#wanted);
    this.#wanted = null;
    this.focus.enter({preventScroll: isBack});
  }

  /** The filters, or a while ago the window, have changed. @param {Change} change */
  #follow(change) {
    if (!this.options) return;
    clearTimeout(this.#timer);
    if (change === 'failed') this.heading.textContent = WORDS.noData;
    else if (change === 'events') this.#fill();
    else this.#timer = setTimeout(() => this.#fill(), FOLLOW_MS);
  }

  /** Write the list again from the top, once nothing in it is pressed. */
  #fill() {
    whenReleased(this.list, () => this.#write());
  }

  #write() {
    const {events, window, facets} = this.choices;
    if (!this.options || !events) return;
    if (!facets) this.#markLater();
    const {lang, selected} = this.options;
    this.#window = window;
    this.inside = events.rowsInside(window, events.orderByStart(this.newestFirst));
    const count = this.inside.length;
    this.heading.textContent = count ? this.#countWords(count, lang) : this.#emptyWords();
    this.heading.classList.toggle('empty', !count);
    this.order.hidden = count < 2;
    const order = this.newestFirst ? WORDS.newestFirst : WORDS.oldestFirst;
    this.order.replaceChildren(order, icon(TURN));
    const focused = this.list.querySelector(':focus');
    this.list.replaceChildren();
    this.#buttons = [];
    this.scroller.scrollTop = 0;
    this.#showMore();
    this.#mark(selected);
    if (focused instanceof HTMLElement && this.#reveal(focused.dataset.id)) {
      this.focus.enter({preventScroll: true});
    }
  }

  /** What is new is known with the facets, which a list does not wait for. */
  async #markLater() {
    await this.choices.loadFacets().catch(() => {});
    if (findFreshness(this.choices)) this.#fill();
  }

  /** @param {number} count @param {string} lang */
  #countWords(count, lang) {
    const {events, eventOne} = WORDS;
    const shown = new Intl.NumberFormat(lang).format(count);
    return fillTemplate(count === 1 ? eventOne : events, {shown});
  }

  #emptyWords() {
    const {noneInDates, noMatch, noEvents} = WORDS;
    if (this.choices.events?.total) return noneInDates;
    return this.choices.events?.length ? noMatch : noEvents;
  }

  /** @param {boolean} focus whether the first new event takes the focus */
  #showMore(focus = false) {
    const {events} = this.choices;
    if (!this.options || !events) return;
    const {groups, field, marks} = this.options;
    const fresh = findFreshness(this.choices);
    const colours = new Map(groups.map(({id, colour}) => [id, colour]));
    const from = this.#buttons.length;
    for (const row of this.inside.subarray(from, from + CHUNK)) {
      /** @type {ListedEvent} */
      const event = events.eventInside(row, this.#window);
      event.fresh = fresh?.(row);
      const colour = colours.get(String(event.row[field])) ?? 'currentColor';
      const mark = marks[event.row.verification] ?? marks.unverified;
      const button = eventButton(event, mark, colour, WORDS, () => this.onPick(event.row.id));
      this.#buttons.push(button);
      this.list.append(element('li', {}, button));
    }
    this.focus.follow(this.#buttons);
    const left = this.inside.length - this.#buttons.length;
    this.more.hidden = left <= 0;
    this.more.textContent = fillTemplate(WORDS.showMore, {more: Math.min(CHUNK, left)});
    if (focus) this.#buttons[from]?.focus();
  }

  /**
   * Mark the chosen event and bring it into view.
   * @param {string | null} selected
   */
  #mark(selected) {
    this.#marked = selected;
    this.list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    this.#reveal(selected ?? undefined)?.setAttribute('aria-current', 'true');
  }

  /**
   * Bring an entry into view, without moving the page, and let the Tab key stop there.
   * @param {string} [id]
   */
  #reveal(id) {
    const row = id === undefined ? -1 : (this.choices.events?.table.find('id', id) ?? -1);
    const index = row < 0 ? -1 : this.inside.indexOf(row);
    if (index < 0) return null;
    while (index >= this.#buttons.length) this.#showMore();
    const button = this.#buttons[index];
    this.focus.stopAt(button);
    const [view, box] = [this.scroller.getBoundingClientRect(), button.getBoundingClientRect()];
    if (box.top < view.top) this.scroller.scrollTop -= view.top - box.top + EDGE_OF_LIST_PX;
    else if (box.bottom > view.bottom) {
      this.scroller.scrollTop += box.bottom - view.bottom + EDGE_OF_LIST_PX;
    }
    return button;
  }
}
