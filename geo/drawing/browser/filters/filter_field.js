// One field of the filter panel: its words with checkboxes and the counts that they would show.
import {cssColour, element} from '../page/dom.js';
/** @import {Colour, Word} from '../types/events.js' */
/** @import {FilterPanelOptions} from '../types/options.js' */
/** @import {PanelCounts} from './filters.js' */

/** A word with a checkbox, a bar, and the count of events that it would show. */
class WordRow {
  #count = -1;
  #most = -1;

  /**
   * @param {Word} word
   * @param {() => void} onchange
   */
  constructor({id, label, meaning}, onchange) {
    this.label = label;
    this.checkbox = element('input', {type: 'checkbox', value: id});
    this.checkbox.onchange = onchange;
    this.swatch = element('span', {class: 'swatch', hidden: true});
    this.number = element('span', {class: 'number'});
    const name = element('span', {class: 'name', dir: 'auto'}, label);
    this.node = element(
      'li',
      {class: 'word', title: meaning || null},
      element('label', {}, this.checkbox, this.swatch, name, this.number),
      ...(meaning ? [element('p', {class: 'meaning', dir: 'auto'}, meaning)] : []),
    );
  }

  /**
   * @param {number} count
   * @param {number} most of all words of the field
   * @param {Intl.NumberFormat} number
   */
  show(count, most, number) {
    if (count === this.#count && most === this.#most) return;
    [this.#count, this.#most] = [count, most];
    this.number.textContent = number.format(count);
    this.node.classList.toggle('none', !count);
    this.node.style.setProperty('--share', most ? (count / most).toFixed(3) : '0');
  }
}

/** One field: its words below a line that opens and closes them. */
export class Field {
  section = 'fields';
  #wasShown = false;

  /**
   * @param {{name?: string, title: string, words: Word[]}} field the name is that of a column
   * @param {() => void} onchange when one was ticked
   * @param {{explain: string}} panelWords
   */
  constructor({name, title, words}, onchange, panelWords) {
    this.name = name;
    this.rows = words.map(word => new WordRow(word, onchange));
    this.summary = element('span', {class: 'chosen-summary', dir: 'auto'});
    this.list = element('ul', {'aria-label': title}, ...this.rows.map(row => row.node));
    const head = element('summary', {}, element('span', {}, title), this.summary);
    this.node = element('details', {class: 'field'}, head, this.list);
    if (words.some(word => word.meaning)) {
      const attributes = {type: 'button', class: 'button explain', 'aria-expanded': 'false'};
      const help = element('button', attributes, panelWords.explain);
      help.onclick = () =>
        help.setAttribute('aria-expanded', String(this.list.classList.toggle('explained')));
      this.list.after(help);
    }
  }

  get values() {
    return this.rows.filter(({checkbox}) => checkbox.checked).map(({checkbox}) => checkbox.value);
  }

  /**
   * @param {string[]} values
   * @param {Pick<FilterPanelOptions, 'groups' | 'field'>} options
   */
  show(values, {groups, field}) {
    for (const {checkbox} of this.rows) checkbox.checked = values.includes(checkbox.value);
    // What a link asks for is open; what the reader closes stays closed.
    if (values.length && !this.#wasShown) this.node.setAttribute('open', '');
    this.#wasShown = true;
    this.node.hidden = this.name !== undefined && this.rows.length < 2 && !values.length;
    const isColoured = this.name !== undefined && this.name === field;
    this.#colour(isColoured ? new Map(groups.map(({id, colour}) => [id, colour])) : null);
    this.reported();
  }

  /** Name the word that is chosen beside the title, or count them. */
  reported() {
    const names = this.rows.filter(({checkbox}) => checkbox.checked).map(({label}) => label);
    this.summary.textContent = names.length > 1 ? String(names.length) : names.join('');
    this.summary.title = names.join(', ');
  }

  /** @param {Map<string, Colour> | null} colours */
  #colour(colours) {
    for (const {checkbox, swatch} of this.rows) {
      swatch.hidden = !colours;
      const colour = colours?.get(checkbox.value) ?? 'transparent';
      swatch.style.background = colours ? cssColour(colour) : '';
    }
  }

  /** @param {PanelCounts} counted */
  count({counts, number}) {
    if (!counts || !(/** @type {HTMLDetailsElement} */ (this.node).open)) return;
    const most = Math.max(0, ...Array.from(counts));
    this.rows.forEach((row, i) => row.show(counts[i], most, number));
  }
}
