// When to paint again: at once where that is quick, else when the reader pauses, so that counts and
// bars follow a drag though a paint of all events takes long.

// Below, a drag is smooth enough to be painted as it goes.
const SLOW_PAINT_MS = 250;
const PAINT_AFTER_MS = 150;

export class PaintPace {
  /** How long the card took for the last paint; not known before the first. */
  tookMs = Infinity;
  #start = 0;
  /** @type {number | null} since when something is to be painted */
  #waitsSince = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} paint
   * @param {(painted: () => void) => void} whenPainted calls once the card has painted all that it
   *   was asked for
   * @param {() => number} now ms
   */
  constructor(paint, whenPainted, now = () => performance.now()) {
    this.paint = paint;
    this.whenPainted = whenPainted;
    this.now = now;
  }

  /** What is to be painted has changed. */
  ask() {
    clearTimeout(this.#timer);
    const now = this.now();
    this.#waitsSince ??= now;
    // Where the window moves on by itself, each paint leaves twice its time to the page.
    const isDue = now - this.#waitsSince > 2 * this.tookMs;
    if (this.tookMs < SLOW_PAINT_MS || isDue) this.#paint();
    else this.#timer = setTimeout(() => this.#paint(), PAINT_AFTER_MS);
  }

  #paint() {
    this.#waitsSince = null;
    this.paint();
  }

  /** A paint starts, requested here or not. */
  started() {
    this.#start = this.now();
  }

  /** The card has been asked for all of it. */
  asked() {
    const start = this.#start;
    this.whenPainted(() => {
      this.tookMs = this.now() - start;
    });
  }
}
