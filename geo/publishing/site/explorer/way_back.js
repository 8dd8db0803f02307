// The way back to all events, beside their count: the panel, which has one too, may be folded away.
import {element} from '../../../drawing/browser/page/dom.js';
import {WORDS} from '../../../drawing/browser/page/words.js';
/** @import {SearchNote} from '../../../drawing/browser/types/options.js' */

const WAY_WORDS = {showAll: 'Show all'};

export class WayBack {
  /**
   * @param {() => void} onAll
   * @param {() => void} onClear of the search
   */
  constructor(onAll, onClear) {
    const attributes = {type: 'button', class: 'button'};
    this.all = element('button', attributes, WAY_WORDS.showAll);
    this.all.onclick = onAll;
    this.clear = element('button', attributes, WORDS.clearSearch);
    this.clear.onclick = onClear;
    this.words = element('p', {class: 'search-note', role: 'status', dir: 'auto'});
    this.node = element('div', {class: 'way-back'}, this.all, this.words, this.clear);
  }

  /**
   * @param {boolean} isFiltered
   * @param {string | undefined} text that is looked for
   * @param {SearchNote | undefined} note of the last search
   */
  update(isFiltered, text, note) {
    this.all.hidden = !isFiltered;
    const empty = note?.is_empty && note.text === text ? note : null;
    this.clear.hidden = this.words.hidden = !empty;
    this.words.textContent = empty?.words ?? '';
  }
}
