// A button that copies who says what about an event, with the sources.
import {element, icon} from '../page/dom.js';
import {fetchJson} from '../page/fetch_json.js';
import {copyRich} from './clipboard.js';
/** @import {CopyOptions} from '../types/options.js' */
/** @import {RichText} from './clipboard.js' */

const COPY_WORDS = {
  copy: 'Copy text with sources',
  copied: 'Copied',
  refused: 'This browser did not allow it',
  notLoaded: 'The text did not load',
};
const COPY_ICON = 'M7 2h9v11h-2V4H7zM4 6h8v12H4zm2 2v8h4V8z';
const SAID_MS = 4000;

export class CopyButton {
  /** @type {CopyOptions | null} */
  options = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    this.label = element('span', {}, COPY_WORDS.copy);
    const attributes = {type: 'button', class: 'button copy-button'};
    this.button = element('button', attributes, icon(COPY_ICON), this.label);
    this.button.onclick = () => this.#copy();
    this.spoken = element('p', {class: 'unseen', role: 'status'});
    this.node = element('div', {class: 'copy'}, this.button, this.spoken);
  }

  /** Called at every rerun. @param {CopyOptions} options */
  update(options) {
    if (options.content !== this.options?.content) this.#say('');
    this.options = options;
  }

  async #copy() {
    if (!this.options) return;
    /** @type {Promise<RichText>} */
    const content = fetchJson(this.options.content);
    // A browser wants the copy to start with the click, so before the text has come.
    const copy = copyRich(content).catch(() => false);
    const isLoaded = await content.then(
      () => true,
      () => false,
    );
    if (!isLoaded) this.#say(COPY_WORDS.notLoaded);
    else this.#say((await copy) ? COPY_WORDS.copied : COPY_WORDS.refused);
  }

  /** Say on the button, and to a screen reader, what came of it. @param {string} words */
  #say(words) {
    clearTimeout(this.#timer);
    this.label.textContent = words || COPY_WORDS.copy;
    this.spoken.textContent = words;
    if (words) this.#timer = setTimeout(() => this.#say(''), SAID_MS);
  }
}
