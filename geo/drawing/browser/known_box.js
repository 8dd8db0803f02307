// What was known at a moment: a date and time of the story's clock, and a way back to now.
import {element, titledBlock} from './dom.js';
import {KNOWN_WORDS} from './since_words.js';

/** @import {FilterPanelOptions} from './types.js' */

const DAY_MS = 864e5;

/**
 * The moment of a text of the link, ms on the story's clock; a day counts whole.
 * @param {string} text
 */
export function readKnown(text) {
  return text.includes('T') ? Date.parse(`${text}Z`) : Date.parse(text) + DAY_MS;
}

export class KnownBox {
  section = 'below';

  /** @param {() => void} onCommit when a moment was chosen */
  constructor(onCommit) {
    const {title, now, help} = KNOWN_WORDS;
    this.box = element('input', {type: 'datetime-local', class: 'text', 'aria-label': title});
    this.box.onchange = onCommit;
    this.now = element('button', {type: 'button', class: 'button'}, now);
    this.now.onclick = () => {
      this.box.value = '';
      onCommit();
    };
    const row = element('div', {class: 'known-row'}, this.box, this.now);
    this.node = titledBlock(title, row, element('p', {class: 'note'}, help));
  }

  get values() {
    return this.box.value ? [this.box.value] : [];
  }

  /**
   * @param {string[]} values
   * @param {Pick<FilterPanelOptions, 'knowable'>} options
   */
  show([text = ''], {knowable}) {
    this.node.hidden = !knowable;
    const written = text && new Date(readKnown(text)).toISOString().slice(0, 16);
    if (this.box.value !== written) this.box.value = written;
    this.now.hidden = !text;
  }
}
