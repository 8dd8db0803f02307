// Plays the chosen window: it empties, and fills up again from its start to its end.
import {prefersReducedMotion} from '../page/dom.js';
/** @import {TimeWindow} from '../types/events.js' */

/**
 * @typedef {object} PlayerBar what is played
 * @property {() => TimeWindow} getWindow
 * @property {() => number} getStep ms
 * @property {() => number} getSpeed ms of the window per second
 * @property {(window: TimeWindow) => void} onMove
 * @property {() => void} onStart
 * @property {(ended: boolean) => void} onStop
 */

export class Player {
  playing = false;
  /** @type {number | null} where a play that is under way or paused will end */
  #end = null;
  #lastTick = 0;
  #jumps = false;
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {PlayerBar} bar */
  constructor(bar) {
    this.bar = bar;
  }

  /** Where a play that is under way or paused will end; null without one. */
  get end() {
    return this.#end;
  }

  /** Play from the start of the window, or go on where it was paused. */
  start() {
    if (this.#end === null) this.rewind();
    this.playing = true;
    this.bar.onStart();
    this.#jumps = prefersReducedMotion();
    this.#lastTick = performance.now();
    this.#schedule();
  }

  /** Show the first step of the window alone. */
  rewind() {
    const [from, to] = this.bar.getWindow();
    this.#end = to;
    this.bar.onMove([from, Math.min(to, from + this.bar.getStep())]);
  }

  /** Make ready to empty and fill the window as it is, by `fill`. */
  prepare() {
    this.#end = this.bar.getWindow()[1];
  }

  #schedule() {
    // With prefers-reduced-motion one jump a second, else a frame as soon as the screen is ready.
    if (this.#jumps) this.#timer = setTimeout(() => this.#tick(performance.now()), 1000);
    else this.#frame = requestAnimationFrame(now => this.#tick(now));
  }

  /** @param {number} now */
  #tick(now) {
    if (!this.playing) return;
    const elapsed = Math.min(0.25, Math.max(0, now - this.#lastTick) / 1000);
    this.#lastTick = now;
    this.fill(Math.round(this.bar.getSpeed() * (this.#jumps ? 1 : elapsed)));
    if (this.bar.getWindow()[1] >= (this.#end ?? 0)) this.stop(true);
    else this.#schedule();
  }

  /** Fill the window by so many ms; negative empties it. @param {number} ms */
  fill(ms) {
    const [from, to] = this.bar.getWindow();
    const end = Math.max(from + this.bar.getStep(), to + ms);
    this.bar.onMove([from, Math.min(this.#end ?? Infinity, end)]);
  }

  stop(ended = false) {
    if (!this.playing) return;
    this.#cancel();
    if (ended) this.#end = null;
    this.bar.onStop(ended);
  }

  /** Stop, with nothing to go on with: the window was changed otherwise. */
  finish() {
    this.stop();
    this.#end = null;
  }

  /** Stop and report nothing. */
  reset() {
    this.#cancel();
    this.#end = null;
  }

  #cancel() {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}
