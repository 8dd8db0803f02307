// The card of the selected event, in the place of the list: its HTML is loaded when needed.
import {element} from '../../../drawing/browser/page/dom.js';
import {sayChanged, sayNotLoaded} from './changed_page.js';
import {loadScript} from './load_script.js';
/** @import {Selected, Site} from './types.js' */

const CARD_WORDS = {close: 'Close'};

export class EventCard {
  #site;
  #onClose;
  /** @type {string | null} */
  #id = null;
  /** @type {Selected | undefined} */
  #shown;

  /**
   * @param {Pick<Site, 'folders' | 'hashes'>} site
   * @param {() => void} onClose
   */
  constructor(site, onClose) {
    this.#site = site;
    this.#onClose = onClose;
    this.node = element('div', {id: 'card'});
    const look = {type: 'button', class: 'button close-card'};
    this.button = element('button', look, CARD_WORDS.close);
    this.button.onclick = onClose;
    document.addEventListener('keydown', event => this.#press(event));
  }

  /** Escape leaves the card, wherever the focus is, unless something else is open. */
  #press(/** @type {KeyboardEvent} */ {key, defaultPrevented}) {
    const isOver = document.querySelector(':popover-open, [data-presenting]');
    if (key === 'Escape' && !defaultPrevented && !isOver && this.#id !== null) this.#onClose();
  }

  /**
   * @param {string | null} id
   * @param {Selected} [selected] nothing until its script is here
   */
  show(id, selected) {
    if (id === this.#id && selected === this.#shown) return;
    this.#id = id;
    this.#shown = selected;
    if (id === null) {
      this.node.replaceChildren();
      return;
    }
    if (!selected) this.#load(id);
    // It is our own page's, written by geo/publishing/parts: every word of a story is escaped.
    const {body} = new DOMParser().parseFromString(selected?.card ?? '', 'text/html');
    this.node.replaceChildren(this.button, ...body.childNodes);
  }

  /** @param {string} id */
  #load(id) {
    const {folders, hashes} = this.#site;
    /** @param {Element} note */
    const say = note => {
      if (id === this.#id && !this.#shown) this.node.replaceChildren(this.button, note);
    };
    const script = {src: `events/${folders[id]}/selected.js?${hashes[id]}`};
    // What was loaded and is not shown by now is of another version.
    loadScript(script).then(
      () => say(sayChanged()),
      () => say(sayNotLoaded()),
    );
  }
}
