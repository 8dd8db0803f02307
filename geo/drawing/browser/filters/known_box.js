// What was known at a moment: a date and time of the story's clock, and a way back to now.
import {MomentBox} from '../controls/moment_box.js';
import {element, titledBlock} from '../page/dom.js';
import {KNOWN_WORDS} from './since_words.js';
/** @import {FilterPanelOptions} from '../types/options.js' */

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
    this.moment = new MomentBox(KNOWN_WORDS, onCommit);
    this.now = element('button', {type: 'button', class: 'button'}, now);
    this.now.onclick = () => {
      this.moment.show('');
      onCommit();
    };
    const row = element('div', {class: 'known-row'}, this.moment.node, this.now);
    this.node = titledBlock(title, row, element('p', {class: 'note'}, help));
  }

  get values() {
    return this.moment.value ? [this.moment.value] : [];
  }

  /**
   * @param {string[]} values
   * @param {Pick<FilterPanelOptions, 'knowable' | 'lang'>} options
   */
  show([text = ''], {knowable, lang}) {
    this.node.hidden = !knowable;
    this.moment.lang = lang;
    this.moment.show(text);
    this.now.hidden = !text;
  }
}
