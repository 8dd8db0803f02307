// The words to find: a box to type in, reported when it is left or sent.
import {element, hasFocus, titledBlock} from './dom.js';
/** @import {Words} from './words.js' */

const LONGEST_TEXT = 200;

export class FindBox {
  section = 'top';
  #sent = '';

  /**
   * @param {() => void} onCommit when words were sent
   * @param {Words} words
   */
  constructor(onCommit, words) {
    this.box = element('input', {
      type: 'search',
      class: 'text',
      maxlength: LONGEST_TEXT,
      placeholder: words.findHint,
      'aria-label': words.find,
      dir: 'auto',
      autocomplete: 'off',
      enterkeyhint: 'search',
    });
    this.box.onchange = onCommit;
    this.box.addEventListener('search', onCommit);
    this.node = titledBlock(words.find, this.box);
  }

  get values() {
    const text = this.box.value.trim();
    return text ? [text] : [];
  }

  /** What is being typed stays until it is sent. @param {string[]} values */
  show([text = '']) {
    const isTyping = hasFocus(this.box) && this.box.value !== this.#sent;
    if (!isTyping) this.box.value = this.#sent = text;
  }

  reported() {
    this.#sent = this.box.value;
  }
}
