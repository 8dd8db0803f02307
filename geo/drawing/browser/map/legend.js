// What the marks on the map mean: only those that are shown, each a filter at a click.
import {glyph} from '../list/glyph.js';
import {cssColour, element, whenReleased} from '../page/dom.js';
import {ROOMY} from '../page/window_width.js';
/** @import {Choices} from '../filters/choices.js' */
/** @import {EventRows} from '../page/event_rows.js' */
/** @import {Word} from '../types/events.js' */
/** @import {LegendOptions} from '../types/options.js' */

const LEGEND_WORDS = {
  legend: 'Legend',
  colourBy: 'Colour by',
  only: 'Show only these',
};
const SETTLE_MS = 150; // after the last move of the window
const HAS_ROOM = matchMedia('(min-width: 60rem) and (min-height: 40rem)');

export class Legend {
  /** @type {(filters: string) => void} in the grammar of the link */
  onFilters = () => {};
  /** @type {(colour: string) => void} */
  onColour = () => {};
  /** @type {LegendOptions | null} */
  options = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** The reader has opened or closed it. */
  #isChosen = false;
  #isUnfolded = false;

  /** @param {Choices} choices */
  constructor(choices) {
    this.choices = choices;
    this.colour = element('select', {class: 'button', 'aria-label': LEGEND_WORDS.colourBy});
    this.colour.onchange = () => this.onColour(this.colour.value);
    this.shades = element('ul', {'aria-label': LEGEND_WORDS.colourBy});
    this.marks = element('ul', {});
    const name = element('summary', {}, LEGEND_WORDS.legend);
    this.node = element('details', {class: 'legend'}, name, this.colour, this.shades, this.marks);
    // By hand, or by a search within the page; not by us.
    this.node.ontoggle = () => (this.#isChosen ||= this.node.open !== this.#isUnfolded);
    this.#unfold();
    // The window's own, and that of the panels when they leave the map more or less room.
    addEventListener('resize', () => this.#unfold());
    choices.onChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#show(), SETTLE_MS);
    });
  }

  /** Called at every rerun. @param {LegendOptions} options */
  update(options) {
    this.options = options;
    const {colours, colour} = options;
    this.colour.replaceChildren(
      ...colours.map(({id, label}) => element('option', {value: id}, label)),
    );
    this.colour.value = colour;
    this.colour.hidden = colours.length < 2;
    this.#show();
  }

  /** Open where the map has room, beside the list of the app too, until the reader has chosen. */
  #unfold() {
    if (this.#isChosen) return;
    const isBesideList = document.documentElement.dataset.list === 'open';
    this.#isUnfolded = HAS_ROOM.matches && (ROOMY.matches || !isBesideList);
    this.node.open = this.#isUnfolded;
  }

  #show() {
    whenReleased(this.node, () => this.#write());
  }

  #write() {
    const {events, window, filters} = this.choices;
    if (!this.options || !events) return;
    const {groups, field, parameter, verification, marks, notes} = this.options;
    const shown = events.rowsInside(window);
    /** @type {(name: string) => Set<string>} */
    const listWords = name => {
      const {words, codes} = events.table.words(name);
      const found = new Uint8Array(words.length);
      for (const row of shown) found[codes[row]] = 1;
      return new Set(words.filter((_, code) => found[code]));
    };
    const [values, words] = [listWords(field), listWords('verification')];
    const chosen = new URLSearchParams(filters);
    /** @type {(name: string, id: string) => boolean} */
    const isChosen = (name, id) => chosen.getAll(name).includes(id);
    this.shades.replaceChildren(
      ...groups
        .filter(({id}) => values.has(id) || isChosen(parameter, id))
        .map(group => {
          const swatch = element('span', {class: 'swatch'});
          swatch.style.background = cssColour(group.colour);
          return this.#entry(group, parameter, isChosen(parameter, group.id), swatch);
        }),
    );
    this.marks.replaceChildren(
      ...verification
        .filter(({id}) => words.has(id) || isChosen('verification', id))
        .map(word => {
          const mark = glyph(marks[word.id] ?? marks.unverified, 'currentColor');
          return this.#entry(word, 'verification', isChosen('verification', word.id), mark);
        }),
      ...this.#showNotes(events, shown, notes),
    );
  }

  /**
   * @param {EventRows} events
   * @param {Uint32Array} shown rows
   * @param {Word[]} notes
   */
  #showNotes(events, shown, notes) {
    const {window} = this.choices;
    const [pin, lon] = ['pin', 'lon'].map(name => events.table.numbers(name));
    /** @type {Record<string, boolean>} */
    const isShown = {
      disc: shown.some(row => !pin[row] && !Number.isNaN(lon[row])),
      possible: shown.some(row => events.isPossible(row, window)),
      border: true,
    };
    return notes
      .filter(({id}) => isShown[id])
      .map(({id, label}) =>
        element('li', {class: 'note'}, element('span', {class: id, 'aria-hidden': 'true'}), label),
      );
  }

  /**
   * @param {Word} word
   * @param {string} parameter of the link
   * @param {boolean} isChosen
   * @param {Element} symbol
   */
  #entry({id, label, meaning}, parameter, isChosen, symbol) {
    const button = element(
      'button',
      {
        type: 'button',
        class: 'entry',
        'aria-pressed': String(isChosen),
        'data-id': id,
        title: meaning || LEGEND_WORDS.only,
      },
      symbol,
      element('span', {dir: 'auto'}, label),
    );
    button.onclick = () => this.#toggle(parameter, id);
    return element('li', {}, button);
  }

  /**
   * @param {string} parameter
   * @param {string} id
   */
  async #toggle(parameter, id) {
    const params = new URLSearchParams(this.choices.filters);
    const values = params.getAll(parameter);
    params.delete(parameter);
    const wanted = values.includes(id) ? values.filter(one => one !== id) : [...values, id];
    for (const value of wanted) params.append(parameter, value);
    const applied = this.choices.setFilters(params.toString());
    this.onFilters(this.choices.filters);
    await applied;
    clearTimeout(this.#timer);
    this.#show();
    for (const entry of this.node.querySelectorAll('.entry')) {
      if (entry instanceof HTMLElement && entry.dataset.id === id) entry.focus();
    }
  }
}
