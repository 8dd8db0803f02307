// A field for a day or a moment, written as everywhere here: 15 May 2024, 12:00.
import {element} from '../page/dom.js';
import {parseWritten, sayMoment} from './written_moment.js';

export class MomentBox {
  /** As a link has it; '' for none. */
  value = '';
  lang = 'en-GB';

  /**
   * @param {{title: string, hint: string, wanted: string, isDay?: boolean}} words
   * @param {() => void} onCommit when a moment was written, or removed
   */
  constructor({title, hint, wanted, isDay = false}, onCommit) {
    this.node = element('input', {
      type: 'text',
      class: 'text',
      'aria-label': title,
      placeholder: hint,
      autocomplete: 'off',
    });
    this.node.oninput = () => this.node.setCustomValidity('');
    this.node.onchange = () => {
      const text = this.node.value.trim();
      const found = text ? parseWritten(text, this.lang) : '';
      const read = isDay && found ? found.slice(0, 10) : found;
      this.node.setCustomValidity(read === null ? wanted : '');
      if (read === null) this.node.reportValidity();
      else if (read !== this.value) {
        this.value = read;
        onCommit();
      }
    };
  }

  /** @param {string} value as a link has it */
  show(value) {
    if (value === this.value && this.node.value) return;
    this.value = value;
    this.node.value = value && sayMoment(value, this.lang);
  }
}
