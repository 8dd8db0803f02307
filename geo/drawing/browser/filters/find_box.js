// The words to find: a box to type in, reported when the typing pauses, and what the search says.
import {element, hasFocus, titledBlock} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {searchSteps} from './search_steps.js';
/** @import {Words} from '../page/words.js' */
/** @import {FilterPanelOptions} from '../types/options.js' */

const LONGEST_TEXT = 200;
// Longer than between two keys, shorter than it takes to wonder.
const PAUSE_MS = 300;

export class FindBox {
  section = 'top';
  #sent = '';
  #noted = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #onCommit;

  /**
   * @param {() => void} onCommit when words were typed
   * @param {Words} words
   */
  constructor(onCommit, words) {
    this.words = words;
    this.#onCommit = onCommit;
    this.input = element('input', {
      type: 'search',
      class: 'text',
      maxlength: LONGEST_TEXT,
      placeholder: words.findHint,
      'aria-label': words.find,
      dir: 'auto',
      autocomplete: 'off',
      enterkeyhint: 'search',
    });
    this.note = element('div', {class: 'find-note', role: 'status'});
    const commit = () => this.#commit();
    this.input.oninput = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(commit, PAUSE_MS);
    };
    this.input.onfocus = () => searchSteps.start();
    this.input.onchange = commit;
    this.input.addEventListener('search', commit);
    this.node = titledBlock(words.find, this.input, this.note);
  }

  #commit() {
    clearTimeout(this.#timer);
    this.#onCommit();
  }

  get values() {
    const text = this.input.value.trim();
    return text ? [text] : [];
  }

  /**
   * What is being typed stays until it is sent, and so do blanks after it.
   * @param {string[]} values
   * @param {Pick<FilterPanelOptions, 'search'>} options
   */
  show([text = ''], {search}) {
    const {value} = this.input;
    const isTyping = hasFocus(this.input) && (value !== this.#sent || value.trim() === text);
    if (!isTyping) this.input.value = this.#sent = text;
    // An answer of Python about an older text does not fit this one.
    this.#showNote(text && search?.text === text ? search : undefined);
  }

  /** @param {FilterPanelOptions['search']} search */
  #showNote(search) {
    const noted = JSON.stringify(search ?? '');
    if (noted === this.#noted) return;
    this.#noted = noted;
    const {didYouMean, clearSearch} = this.words;
    const said = search?.words ? [element('p', {dir: 'auto'}, search.words)] : [];
    const meant = (search?.suggested ?? []).map(text =>
      this.#offer(fillTemplate(didYouMean, {text: `“${text}”`}), text),
    );
    const clear = search?.is_empty ? [this.#offer(clearSearch, '')] : [];
    this.note.replaceChildren(...said, ...meant, ...clear);
  }

  /** @param {string} label @param {string} text to look for instead */
  #offer(label, text) {
    const button = element('button', {type: 'button', class: 'button'}, label);
    button.onclick = () => {
      this.input.value = text;
      this.input.focus();
      this.#commit();
    };
    return button;
  }

  reported() {
    this.#sent = this.input.value;
  }
}
