// One field of the filter panel: its words with boxes to tick and the counts that they would show.
import {cssColour, element} from './dom.js';

/** A word with a box to tick, a bar, and the count of events that it would show. */
class WordRow {
  /** @param {import('./facets.js').Word} word @param {() => void} onchange */
  constructor({id, label, meaning}, onchange) {
    this.box = element('input', {type: 'checkbox', value: id});
    this.box.onchange = onchange;
    this.swatch = element('span', {class: 'swatch', hidden: true});
    this.number = element('span', {class: 'number'});
    this.node = element(
      'li',
      {class: 'word', title: meaning || null},
      element(
        'label',
        {},
        this.box,
        this.swatch,
        element('span', {class: 'name', dir: 'auto'}, label),
        this.number,
      ),
      ...(meaning ? [element('p', {class: 'meaning'}, meaning)] : []),
    );
  }

  show(count, most, number) {
    if (count === this.count && most === this.most) return;
    [this.count, this.most] = [count, most];
    this.number.textContent = number.format(count);
    this.node.classList.toggle('none', !count);
    this.node.style.setProperty('--share', most ? (count / most).toFixed(3) : 0);
  }
}

/** One field: its words beneath a line that opens and closes them. */
export class Field {
  /**
   * @param {{parameter: string, title: string, words: import('./facets.js').Word[]}} field
   * @param {() => void} onchange when a box was ticked
   * @param {Record<string, string>} panelWords
   */
  constructor({parameter, title, words}, onchange, panelWords) {
    this.parameter = parameter;
    this.rows = words.map(word => new WordRow(word, onchange));
    this.told = element('span', {class: 'told-chosen'});
    this.list = element('ul', {'aria-label': title}, ...this.rows.map(row => row.node));
    this.node = element(
      'details',
      {class: 'field'},
      element('summary', {}, element('span', {}, title), this.told),
      this.list,
    );
    if (words.some(word => word.meaning)) {
      const help = element(
        'button',
        {type: 'button', class: 'button explain', 'aria-expanded': 'false'},
        panelWords.explain,
      );
      help.onclick = () =>
        help.setAttribute('aria-expanded', String(this.list.classList.toggle('explained')));
      this.list.after(help);
    }
  }

  get chosen() {
    return this.rows.filter(({box}) => box.checked).map(({box}) => box.value);
  }

  /** @param {string[]} chosen */
  choose(chosen) {
    for (const {box} of this.rows) box.checked = chosen.includes(box.value);
    this.tell();
  }

  tell() {
    const names = this.rows
      .filter(({box}) => box.checked)
      .map(({node}) => node.querySelector('.name').textContent);
    this.told.textContent = names.length > 1 ? String(names.length) : names.join('');
    this.told.title = names.join(', ');
  }

  /** @param {Map<string, string | number[]> | null} colours */
  colour(colours) {
    for (const {box, swatch} of this.rows) {
      swatch.hidden = !colours;
      swatch.style.background = colours ? cssColour(colours.get(box.value) ?? 'transparent') : '';
    }
  }

  /** @param {ArrayLike<number>} counts of each word @param {Intl.NumberFormat} number */
  count(counts, number) {
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    this.rows.forEach((row, i) => row.show(counts[i], most, number));
  }
}
