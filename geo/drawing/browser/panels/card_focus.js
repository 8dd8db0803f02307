// Where the keyboard is when a card opens and closes: in the card, and back where it was opened.
import {LIST_WANTED} from './panel_words.js';

/** The innermost element that an event comes from, in a shadow root too. @param {Event} event */
function findSource(event) {
  const [node] = event.composedPath();
  return node instanceof Element ? node : null;
}

/** @param {string} id @returns {HTMLElement | null} */
const findHeading = id => document.querySelector(`.card[data-id="${CSS.escape(id)}"] h2`);

export class CardFocus {
  /** @type {string | null | undefined} undefined before the page has shown any */
  #selected;
  /** @type {HTMLElement | null} the map, or an entry of the list, where the reader was last */
  #origin = null;
  #observer = new MutationObserver(() => this.#enter());

  constructor() {
    // Some browsers give no focus to a button that is clicked.
    for (const kind of ['focusin', 'click']) {
      document.addEventListener(kind, event => this.#remember(event), {capture: true});
    }
  }

  /** @param {Event} event */
  #remember(event) {
    const source = findSource(event);
    const origin = source?.closest('.map-view') ?? source?.closest('.event');
    if (origin instanceof HTMLElement) this.#origin = origin;
  }

  /** Called when the page shows a card, another one, or none. @param {string | null} selected */
  follow(selected) {
    const before = this.#selected;
    if (selected === before) return;
    this.#selected = selected;
    this.#observer.disconnect();
    if (before === undefined) return; // the page starts so
    if (selected === null) this.#leave(before);
    else if (!this.#enter()) this.#wait();
  }

  #wait() {
    this.#observer.observe(document.body, {childList: true, subtree: true});
  }

  /** Leave the page: what it shows next it starts with. */
  stop() {
    this.#observer.disconnect();
    this.#selected = undefined;
    this.#origin = null;
  }

  /** @returns {boolean} whether the card is there */
  #enter() {
    const heading = this.#selected && findHeading(this.#selected);
    if (!heading) return false;
    this.#observer.disconnect();
    const {activeElement} = document;
    const isElsewhere = activeElement?.matches('input, textarea, select');
    if (!isElsewhere) heading.focus({preventScroll: true});
    return true;
  }

  /** @param {string | null} id of the event whose card is closed */
  #leave(id) {
    const origin = this.#origin;
    if (origin?.matches('.map-view')) {
      const canvas = origin.querySelector('.top canvas');
      if (canvas instanceof HTMLElement) canvas.focus({preventScroll: true});
    } else {
      dispatchEvent(new CustomEvent(LIST_WANTED, {detail: origin?.dataset.id ?? id}));
    }
  }
}
