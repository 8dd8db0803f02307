// Plays the chosen window: it empties, and fills up again from its beginning to its end.
import {prefersStillness} from './dom.js';

export class Player {
  /**
   * @param {{getWindow: () => [number, number], getStep: () => number, getSpeed: () => number,
   *   onMove: (window: [number, number]) => void, onStart: () => void, onStop: (ended: boolean) => void}} bar
   */
  constructor(bar) {
    this.bar = bar;
    this.playing = false;
    this.until = null; // where a play that is under way or paused will end
  }

  /** Play from the beginning of the window, or go on where it was paused. */
  start() {
    if (this.until === null) this.rewind();
    this.playing = true;
    this.bar.onStart();
    this.still = prefersStillness();
    this.last = performance.now();
    this.next();
  }

  /** Show the first step of the window alone. */
  rewind() {
    const [from, to] = this.bar.getWindow();
    this.until = to;
    this.bar.onMove([from, Math.min(to, from + this.bar.getStep())]);
  }

  next() {
    // With prefers-reduced-motion one jump a second, else a frame as soon as the screen is ready.
    if (this.still) this.timer = setTimeout(() => this.tick(performance.now()), 1000);
    else this.frame = requestAnimationFrame(now => this.tick(now));
  }

  tick(now) {
    if (!this.playing) return;
    const seconds = this.still ? 1 : Math.min(0.25, Math.max(0, now - this.last) / 1000);
    this.last = now;
    this.forward(Math.round(this.bar.getSpeed() * seconds));
    if (this.bar.getWindow()[1] >= this.until) this.stop(true);
    else this.next();
  }

  /** Fill the window by so many ms; negative empties it. */
  forward(ms) {
    const [from, to] = this.bar.getWindow();
    this.bar.onMove([from, Math.min(this.until, Math.max(from + this.bar.getStep(), to + ms))]);
  }

  stop(ended = false) {
    if (!this.playing) return;
    this.rest();
    if (ended) this.until = null;
    this.bar.onStop(ended);
  }

  /** Stand still without a word. */
  rest() {
    this.playing = false;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
  }

  /** The window was changed otherwise: there is nothing to go on with. */
  forget() {
    this.stop();
    this.until = null;
  }
}
