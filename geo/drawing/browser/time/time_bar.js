// The time bar: histogram, brush, play and the words about the window.
import {Brush} from '../controls/brush.js';
import {DAY, windowWords} from '../controls/calendar.js';
import {element} from '../page/dom.js';
import {sameWindow} from '../page/echo.js';
import {fillTemplate, WORDS} from '../page/words.js';
import {Histogram} from './histogram.js';
import {Player} from './player.js';
import {Transport} from './transport.js';
import {countInWindow} from './window_count.js';
/** @import {EventRows} from '../page/event_rows.js' */
/** @import {Words} from '../page/words.js' */
/** @import {Group, TimeWindow} from '../types/events.js' */

const STEPS_END_MS = 400; // after the last step or change of the filters the gesture has ended

/**
 * @typedef {object} TimeBarContent
 * @property {EventRows} events
 * @property {TimeWindow} domain ms on the chosen clock
 * @property {number} step ms that the handles move by
 * @property {Group[]} groups in stacking order
 * @property {string} field the column that `groups` are the values of
 * @property {string} lang
 * @property {Words} words
 */

/** Reports a window when a gesture ends. */
export class TimeBar {
  /** @type {TimeWindow} */
  window = [0, 1];
  /** @type {TimeBarContent | null} */
  content = null;
  /** @type {number | undefined} */
  #frame;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #stepTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} a filter may be dragged, too */
  #speechTimer;

  /**
   * @param {Record<'onWindow' | 'onCommit', (window: TimeWindow) => void>} handlers onWindow at
   *   each change, onCommit when a gesture, a key or play has ended
   */
  constructor({onWindow, onCommit}) {
    this.onWindow = onWindow;
    this.onCommit = onCommit;
    this.histogram = new Histogram();
    this.brush = new Brush(
      {
        onMove: window => this.setWindow(window),
        onGesture: () => this.player.finish(),
        onEnd: () => this.#commit(),
      },
      WORDS,
    );
    this.player = new Player({
      getWindow: () => this.window,
      getStep: () => this.content?.step ?? 1,
      getSpeed: () => this.transport.speed,
      onMove: window => this.setWindow(window),
      onStart: () => this.transport.showPlaying(true),
      onStop: ended => this.#stopped(ended),
    });
    this.transport = new Transport(
      {
        onPlay: () => this.player.start(),
        onPause: () => this.player.stop(),
        onStep: direction => this.#stepBy(direction),
        onShowAll: () => this.showAll(),
      },
      WORDS,
    );
    this.range = element('span', {class: 'range'});
    this.zone = element('span', {class: 'zone'});
    this.count = element('span', {class: 'count'});
    this.spoken = element('p', {class: 'unseen spoken', role: 'status'});
    const when = element('span', {class: 'when'}, this.range, this.zone);
    const summary = element('div', {class: 'bar-summary'}, when, this.count);
    const {bars, note, axis, summary: description} = this.histogram;
    this.track = element('div', {class: 'track'}, bars.pale, bars.bright, note, this.brush.node);
    this.node = element(
      'div',
      {class: 'time-bar', role: 'group', 'aria-label': WORDS.timeBar},
      element('div', {class: 'bar-head'}, this.transport.node, summary),
      this.track,
      ...[axis, description, this.spoken],
    );
    new ResizeObserver(() => this.#redraw()).observe(this.track);
  }

  /** @param {TimeBarContent} content @param {TimeWindow} window */
  update(content, window) {
    this.content = content;
    // It would show a day that nothing happened on.
    this.node.hidden = !content.events.length;
    this.brush.setDomain(content.domain, content.step);
    this.zone.textContent = content.words.zone;
    // Where nobody has moved it, nothing that follows the window has anything to do.
    if (!sameWindow(window, this.window)) this.setWindow(window);
    if (!this.player.playing) this.#offerSpeeds();
    this.#redraw();
    clearTimeout(this.#speechTimer);
    this.#speechTimer = setTimeout(() => this.player.playing || this.#speak(), STEPS_END_MS);
  }

  /** @param {TimeWindow} window */
  setWindow(window) {
    this.window = window;
    this.onWindow(window);
    if (this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#show();
    });
  }

  /** Open the window to what a paused play will fill; else to all that the bar spans. */
  showAll() {
    const {end} = this.player;
    if (end === null || this.window[1] >= end) return this.brush.showAll();
    this.player.finish();
    this.setWindow([this.window[0], end]);
    this.#commit();
  }

  /** Stop all timers; nothing is reported. */
  stop() {
    this.player.reset();
    this.transport.showPlaying(false);
    clearTimeout(this.#stepTimer);
  }

  #redraw() {
    const width = this.track.clientWidth;
    if (!this.content || !width) return;
    this.histogram.draw(this.content, width);
    this.#show();
  }

  /** Show the window: handles, bright bars, dates and count. */
  #show() {
    if (!this.content) return;
    const {step, lang, words} = this.content;
    const [first, last] = windowWords(this.window, step, lang);
    const until = step < DAY ? fillTemplate(words.until, {moment: last}) : last;
    const texts = [`${first}, ${words.zone}`, `${until}, ${words.zone}`];
    this.histogram.bars.clip(...this.brush.place(this.window, texts));
    this.range.textContent = first === until ? first : `${first} – ${until}`;
    this.count.textContent = countInWindow(this.content, this.window);
    const {end} = this.player;
    this.transport.showWayBack(this.brush.isWhole, end !== null && this.window[1] < end);
  }

  #offerSpeeds() {
    if (!this.content) return;
    const [from, to] = this.window;
    const {step, lang} = this.content;
    this.transport.offerSpeeds([from, this.player.end ?? to], step, lang);
  }

  /** Fill or empty what is being played; else move the window. @param {1 | -1} direction */
  #stepBy(direction) {
    this.player.stop();
    const distance = direction * (this.content?.step ?? 1);
    if (this.player.end !== null) this.player.fill(distance);
    else if (!this.brush.isWhole) this.brush.shift(distance);
    else if (direction > 0) this.player.rewind();
    else {
      this.player.prepare();
      this.player.fill(distance);
    }
    clearTimeout(this.#stepTimer);
    this.#stepTimer = setTimeout(() => this.#commit(), STEPS_END_MS);
  }

  /** @param {boolean} ended whether the play came to its end */
  #stopped(ended) {
    this.transport.showPlaying(false);
    const [from, to] = this.window;
    const step = this.content?.step ?? 1;
    if (!ended) this.setWindow([from, Math.max(from + step, this.brush.snap(to))]);
    this.#commit();
  }

  #commit() {
    clearTimeout(this.#stepTimer);
    this.#speak();
    this.#offerSpeeds();
    this.onCommit(this.window);
  }

  /** Screen readers announce the count when a gesture has ended, not at each frame. */
  #speak() {
    const words = this.content ? countInWindow(this.content, this.window) : '';
    if (words !== this.spoken.textContent) this.spoken.textContent = words;
  }
}
