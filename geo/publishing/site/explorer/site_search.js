// The search of a site: its texts are read when somebody first looks for something.
import {TextSearch} from '../../one_file/text_search.js';
import {loadScript} from './load_script.js';
/** @import {SearchNote} from '../../../drawing/browser/types/options.js' */

export class SiteSearch {
  /** What the page says of the last search. @type {SearchNote | undefined} */
  note;
  /** @type {Promise<TextSearch> | null} */
  #opening = null;

  /**
   * The events in which a text is found, 1 where it is; null if none is looked for.
   * @param {string} text
   */
  async find(text) {
    if (!text) {
      this.note = undefined;
      return null;
    }
    const {mask, note} = (await this.#open()).find(text);
    this.note = note;
    return mask;
  }

  #open() {
    this.#opening ??= loadScript(globalThis.SITE_SCRIPTS.search).then(() => {
      const {texts = [], letters = {}} = globalThis.SITE_SEARCH ?? {};
      return new TextSearch(texts, letters);
    });
    this.#opening.catch(() => (this.#opening = null)); // so that the next search may succeed
    return this.#opening;
  }
}
