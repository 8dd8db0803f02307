// When to paint again: at once where that is quick, else when the reader rests, so that counts and
// bars follow a drag though a paint of all events takes seconds.

// Of a paint and the frame after it. Below, a drag is smooth enough to be painted as it goes.
const SLOW_PAINT_MS = 800;
const PAINT_AFTER_MS = 150;

export class PaintPace {
  /** How long the last paint took. */
  #tookMs = 0;
  /** @type {number | null} since when something is to be painted */
  #waitsSince = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} paint
   * @param {() => number} now ms
   * @param {(shown: () => void) => void} afterFrame calls once what was painted is shown
   */
  constructor(
    paint,
    now = () => performance.now(),
    afterFrame = shown => requestAnimationFrame(() => requestAnimationFrame(shown)),
  ) {
    this.paint = paint;
    this.now = now;
    this.afterFrame = afterFrame;
  }

  /** What is to be painted has changed. */
  ask() {
    clearTimeout(this.#timer);
    const now = this.now();
    this.#waitsSince ??= now;
    // Where the window moves on by itself, each paint leaves twice its time to the page.
    const isDue = now - this.#waitsSince > 2 * this.#tookMs;
    if (this.#tookMs < SLOW_PAINT_MS || isDue) this.#paint();
    else this.#timer = setTimeout(() => this.#paint(), PAINT_AFTER_MS);
  }

  #paint() {
    const start = this.now();
    this.#waitsSince = null;
    this.paint();
    this.afterFrame(() => {
      this.#tookMs = this.now() - start;
    });
  }
}
