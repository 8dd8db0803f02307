// Plays a window through its domain: from the whole period it grows from the beginning, else it slides to the end.
import {prefersStillness} from './dom.js';

export class Player {
  /**
   * @param {{getWindow: () => [number, number], getDomain: () => [number, number], getStep: () => number, getSpeed: () => number,
   *   onMove: (window: [number, number]) => void, onStart: () => void, onStop: (ended: boolean) => void}} bar
   */
  constructor(bar) {
    this.bar = bar;
    this.playing = false;
    this.growing = false;
  }

  start() {
    const [lo, hi] = this.bar.getDomain();
    const [from, to] = this.bar.getWindow();
    const whole = from <= lo && to >= hi;
    this.growing = whole || this.growing;
    this.playing = true;
    if (whole) this.bar.onMove([lo, Math.min(hi, lo + this.bar.getStep())]);
    else if (to >= hi) this.bar.onMove([lo, lo + (to - from)]);
    this.bar.onStart();
    this.still = prefersStillness();
    this.last = performance.now();
    this.next();
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
    if (this.bar.getWindow()[1] >= this.bar.getDomain()[1]) this.stop(true);
    else this.next();
  }

  /** Grow or slide by so many ms; negative goes back. */
  forward(ms) {
    const [lo, hi] = this.bar.getDomain();
    const [from, to] = this.bar.getWindow();
    if (this.growing) this.bar.onMove([lo, Math.min(hi, Math.max(lo + this.bar.getStep(), to + ms))]);
    else {
      const far = Math.min(Math.max(0, hi - to), Math.max(Math.min(0, lo - from), ms));
      this.bar.onMove([from + far, to + far]);
    }
  }

  stop(ended = false) {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.bar.onStop(ended);
  }
}
