// Many buttons as one stop of the Tab key: arrow keys, Home and End move between them.

export class RovingFocus {
  /** @type {HTMLElement[]} in their order */
  #items = [];
  /** @type {HTMLElement | null} */
  #stop = null;

  /**
   * @param {HTMLElement} list that holds the items
   * @param {() => void} onEnd at the last item with more to come: it may add some
   */
  constructor(list, onEnd) {
    this.onEnd = onEnd;
    list.addEventListener('keydown', event => this.#press(event));
    list.addEventListener('focusin', ({target}) => {
      const item = this.#items.find(one => one === target);
      if (item) this.stopAt(item);
    });
  }

  /** Take new items; the one that had the tab stop keeps it. @param {HTMLElement[]} items */
  follow(items) {
    const known = new Set(this.#items);
    this.#items = [...items];
    for (const item of items) if (!known.has(item)) item.tabIndex = -1;
    const stop = this.#stop;
    this.stopAt(stop && items.includes(stop) ? stop : (items[0] ?? null));
  }

  /** Let the Tab key stop at an item. @param {HTMLElement | null} item */
  stopAt(item) {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = item;
    if (item) item.tabIndex = 0;
  }

  /** Give the focus to the item at which the Tab key stops. @param {FocusOptions} [options] */
  enter(options) {
    this.#stop?.focus(options);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = this.#items.findIndex(item => item === event.target);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.#items.length - 1}[
      event.key
    ];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    if (to >= this.#items.length) this.onEnd();
    this.#items[to]?.focus();
  }
}
