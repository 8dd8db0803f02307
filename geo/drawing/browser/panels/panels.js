// What lies beside the map: filters and list fold away; on a phone they are a sheet over the map.
// The page's own style sheet places them, by the attributes that are set here on its root.
import {element, icon} from '../page/dom.js';
import {PHONE, ROOMY} from '../page/window_width.js';
import {CardFocus} from './card_focus.js';
import {LIST_WANTED, PANEL_WORDS} from './panel_words.js';
import {Sheet} from './sheet.js';
/** @import {Choices} from '../filters/choices.js' */
/** @import {PanelsOptions} from '../types/options.js' */
/** @import {SheetPlaces} from './sheet.js' */

const FILTERS_ICON = 'M3 5h14v2H3zM6 9h8v2H6zM8.5 13h3v2h-3z';
const LIST_ICON = 'M3 4h2v2H3zM7 4h10v2H7zM3 9h2v2H3zM7 9h10v2H7zM3 14h2v2H3zM7 14h10v2H7z';

/** @typedef {'filters' | 'list'} Panel */

export class Panels {
  /** The selected event is left, by key. */
  onClose = () => {};
  /** @type {PanelsOptions | null} */
  options = null;
  /** @type {Record<Panel, boolean>} beside the map */
  #open = {filters: false, list: ROOMY.matches};
  /** @type {Panel} that the sheet of a phone shows */
  #tab = 'list';
  /** @type {string | null | undefined} */
  #selected;
  /** The list was opened by a choice on the map, and closes with it. */
  #opensForCard = false;
  /** The reader has opened or closed the list. */
  #isListChosen = false;
  #focus = new CardFocus();

  /**
   * @param {Choices} choices
   * @param {SheetPlaces} places
   */
  constructor(choices, places) {
    this.choices = choices;
    this.sheet = new Sheet(places);
    this.filters = this.#buildToggle('filters', FILTERS_ICON);
    this.list = this.#buildToggle('list', LIST_ICON);
    const tabs = element('div', {class: 'tabs'}, this.list, this.filters);
    this.skip = element('button', {type: 'button', class: 'button skip'}, PANEL_WORDS.skip);
    this.skip.onclick = () => this.#enterList();
    this.node = element('div', {class: 'panels'}, this.skip, this.sheet.grip, tabs);
    PHONE.addEventListener('change', () => this.#show());
    ROOMY.addEventListener('change', () => this.#fit());
    new ResizeObserver(() => this.#measure()).observe(this.filters);
    choices.onChange(change => change === 'events' && this.#countFilters());
    document.addEventListener('keydown', event => this.#press(event));
  }

  /** Called at every rerun. @param {PanelsOptions} options */
  update(options) {
    this.options = options;
    const {selected} = options;
    if (selected !== this.#selected) this.#follow(selected);
    this.#selected = selected;
    this.#show();
    if (options.map) this.#focus.follow(selected);
  }

  /** Leave the page: what it opens is closed. */
  stop() {
    for (const name of ['filters', 'list', 'tab']) delete document.documentElement.dataset[name];
    // Until the page is back, no width of the window opens anything.
    this.options = null;
    this.#selected = undefined;
    this.#focus.stop();
    if (PHONE.matches) this.#open.filters = false;
  }

  /** Escape leaves the card, wherever the focus is, unless something else is open. */
  #press(/** @type {KeyboardEvent} */ {key, defaultPrevented}) {
    const isOver = document.querySelector('[role=dialog], :popover-open, [data-presenting]');
    if (key !== 'Escape' || defaultPrevented || isOver) return;
    // The address has a choice before all parts of the page do.
    const isChosen = this.options?.selected || new URLSearchParams(location.search).has('event');
    if (this.node.isConnected && this.options?.map && isChosen) this.onClose();
  }

  /** A card takes the place of the list. @param {string | null} selected */
  #follow(selected) {
    const isFirst = this.#selected === undefined;
    if (selected) {
      this.#tab = 'list';
      if (!this.#open.list) this.#opensForCard = this.#open.list = true;
    } else if (this.#opensForCard) this.#opensForCard = this.#open.list = false;
    if (!isFirst && PHONE.matches) this.sheet.set(selected ? 'peek' : this.sheet.height);
  }

  /**
   * @param {Panel} panel
   * @param {string} path of its icon
   */
  #buildToggle(panel, path) {
    const attributes = {type: 'button', class: `button toggle toggle-${panel}`};
    const label = element('span', {class: 'toggle-name'}, PANEL_WORDS[panel]);
    const badge = element('span', {class: 'badge', hidden: true});
    const button = element('button', attributes, icon(path), label, badge);
    button.onclick = () => this.#toggle(panel);
    return button;
  }

  /** @param {Panel} panel */
  #toggle(panel) {
    if (PHONE.matches && this.options?.map) {
      const isShown = this.#tab === panel && this.sheet.height !== 'peek';
      this.#tab = panel;
      this.#show();
      this.sheet.set(isShown ? 'peek' : 'half');
      return;
    }
    this.#open[panel] = !this.#open[panel];
    if (panel === 'list') this.#isListChosen = true;
    this.#opensForCard = false;
    this.#show();
  }

  /** A window that changes width has the list as one that was opened at that width. */
  #fit() {
    // Paper has another width than the window, which is as it was afterwards.
    if (this.#isListChosen || matchMedia('print').matches) return;
    this.#opensForCard = !!this.#selected && !ROOMY.matches;
    this.#open.list = !!this.#selected || ROOMY.matches;
    this.#show();
  }

  /** Past the map and all that lies on it, for readers with a keyboard. */
  #enterList() {
    this.#open.list = this.#isListChosen = true;
    this.#tab = 'list';
    this.#show();
    dispatchEvent(new Event(LIST_WANTED));
  }

  #show() {
    if (!this.options) return;
    const {map, filters, selected} = this.options;
    const {dataset} = document.documentElement;
    dataset.tab = this.#tab;
    for (const [name, isThere] of /** @type {[Panel, boolean][]} */ ([
      ['filters', filters],
      ['list', map],
    ])) {
      const button = this[name];
      button.hidden = !isThere;
      const isSheet = PHONE.matches && map;
      const isOpen = isThere && (isSheet ? this.#tab === name : this.#open[name]);
      button.setAttribute(isSheet ? 'aria-pressed' : 'aria-expanded', String(isOpen));
      button.removeAttribute(isSheet ? 'aria-expanded' : 'aria-pressed');
      if (isOpen) dataset[name] = 'open';
      else delete dataset[name];
    }
    const name = this.list.querySelector('.toggle-name');
    if (name) name.textContent = selected ? PANEL_WORDS.card : PANEL_WORDS.list;
    this.#countFilters();
    this.sheet.grip.hidden = !map;
    this.skip.hidden = !map || !!selected;
    this.node.classList.toggle('alone', !map);
    dispatchEvent(new Event('resize'));
  }

  /** What is beside the button moves with it. */
  #measure() {
    const {offsetWidth} = this.filters;
    if (offsetWidth) document.documentElement.style.setProperty('--toggle', `${offsetWidth}px`);
  }

  /** How many filters are set in this browser. */
  #countFilters() {
    const badge = this.filters.querySelector('.badge');
    if (!(badge instanceof HTMLElement)) return;
    const {size} = new Set(new URLSearchParams(this.choices.filters).keys());
    badge.hidden = !size;
    badge.textContent = String(size);
  }
}
