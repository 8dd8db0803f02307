// The time bar: histogram, brush, play and the words about the window. Reports a window when a gesture ends.
import {Brush} from './brush.js';
import {playSpeeds, spanWords, windowWords} from './calendar.js';
import {element, pictureButton, sentence} from './dom.js';
import {Histogram} from './histogram.js';
import {Player} from './player.js';

const PLAY = 'M6 3.5v13l10.5-6.5z';
const PAUSE = 'M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z';
const BACK = 'M5 4h2v12H5zM15.5 4v12L7.5 10z';
const ON = 'M13 4h2v12h-2zM4.5 4v12l8-6z';

/**
 * @typedef {object} TimeBarContent
 * @property {import('./event_rows.js').EventRows} events
 * @property {[number, number]} domain ms on the chosen clock
 * @property {number} step ms that the handles move by
 * @property {{id: string, label: string, colour: string | number[]}[]} groups in stacking order
 * @property {string} field the column that `groups` are the values of
 * @property {string} lang
 * @property {Record<string, string>} words
 */

export class TimeBar {
  /**
   * @param {{onWindow: (window: [number, number]) => void, onCommit: (window: [number, number]) => void}} handlers
   *   onWindow at each change, onCommit when a gesture, a key or play has ended
   * @param {Record<string, string>} words
   */
  constructor({onWindow, onCommit}, words) {
    Object.assign(this, {onWindow, onCommit});
    this.histogram = new Histogram();
    this.brush = new Brush(
      {
        onMove: window => this.setWindow(window),
        onGesture: () => this.player.forget(),
        onEnd: () => this.commit(),
      },
      words,
    );
    this.player = new Player({
      getWindow: () => this.window,
      getStep: () => this.content.step,
      getSpeed: () => Number(this.speed.value),
      onMove: window => this.setWindow(window),
      onStart: () => this.showPlaying(true),
      onStop: ended => {
        this.showPlaying(false);
        if (!ended)
          this.setWindow([
            this.window[0],
            Math.max(this.window[0] + this.content.step, this.brush.snap(this.window[1])),
          ]);
        this.commit();
      },
    });
    this.build(words);
  }

  build(words) {
    const playButton = path =>
      pictureButton(path === PLAY ? words.play : words.pause, path, () =>
        this.player.playing ? this.player.stop() : this.player.start(),
      );
    [this.playButton, this.pauseButton] = [playButton(PLAY), playButton(PAUSE)];
    this.pauseButton.hidden = true;
    this.speed = element('select', {
      class: 'button',
      'aria-label': words.speed,
      title: words.speed,
    });
    this.speed.onchange = () => {
      this.ownSpeed = Number(this.speed.value);
    };
    this.whole = element('button', {type: 'button', class: 'button'}, words.wholeBar);
    this.whole.onclick = () => this.brush.wholeDomain();
    this.range = element('span', {class: 'range'});
    this.zone = element('span', {class: 'zone'});
    this.count = element('span', {class: 'count'});
    this.spoken = element('p', {class: 'unseen', role: 'status'});
    const step = way => () => this.stepBy(way);
    const transport = element(
      'div',
      {class: 'transport'},
      pictureButton(words.stepBack, BACK, step(-1)),
      this.playButton,
      this.pauseButton,
      pictureButton(words.stepOn, ON, step(1)),
      this.speed,
      this.whole,
    );
    const told = element(
      'div',
      {class: 'told'},
      element('span', {class: 'when'}, this.range, this.zone),
      this.count,
    );
    this.track = element(
      'div',
      {class: 'track'},
      this.histogram.pale,
      this.histogram.bright,
      this.histogram.note,
      this.brush.node,
    );
    this.node = element(
      'div',
      {class: 'time-bar', role: 'group', 'aria-label': words.timeBar},
      element('div', {class: 'bar-head'}, transport, told),
      this.track,
      this.histogram.axis,
      this.histogram.summary,
      this.spoken,
    );
    this.resizing = new ResizeObserver(() => this.redraw());
    this.resizing.observe(this.track);
  }

  /** @param {TimeBarContent} content @param {[number, number]} window */
  update(content, window) {
    const first = !this.content;
    this.content = content;
    this.brush.setDomain(content.domain, content.step);
    this.zone.textContent = content.words.zone;
    this.setWindow(window);
    if (!this.player.playing) this.offerSpeeds();
    this.redraw();
    if (first) this.speak();
  }

  /** Speeds that suit what a play would fill; one that the reader chose stays. */
  offerSpeeds() {
    const {step, lang, words} = this.content;
    const {speeds, usual} = playSpeeds([this.window[0], this.player.until ?? this.window[1]], step);
    const chosen = speeds.includes(this.ownSpeed) ? this.ownSpeed : usual;
    this.speed.replaceChildren(
      ...speeds.map(ms =>
        element(
          'option',
          {value: ms, selected: ms === chosen},
          sentence(words.perSecond, {amount: spanWords(ms, lang)}),
        ),
      ),
    );
  }

  redraw() {
    const width = this.track.clientWidth;
    if (!this.content || !width) return;
    this.histogram.draw(this.content, width);
    this.show();
  }

  setWindow(window) {
    this.window = window;
    this.onWindow(window);
    this.painting ??= requestAnimationFrame(() => {
      this.painting = undefined;
      this.show();
    });
  }

  /** Show the window: handles, bright bars, dates and count. */
  show() {
    if (!this.content) return;
    const {step, lang, words, events} = this.content;
    const dates = windowWords(this.window, step, lang);
    const full = windowWords([this.window[0], this.window[1]], step, lang);
    const texts = [
      `${full[0]}, ${words.zone}`,
      `${step < 864e5 ? sentence(words.until, {moment: full[1]}) : full[1]}, ${words.zone}`,
    ];
    this.histogram.clip(...this.brush.place(this.window, texts));
    this.range.textContent = dates[0] === dates[1] ? dates[0] : `${dates[0]} – ${dates[1]}`;
    this.count.textContent = this.countWords(events.count(this.window));
    this.whole.disabled = this.brush.isWhole;
  }

  countWords({shown, possible, total}) {
    const {words, lang} = this.content;
    const number = new Intl.NumberFormat(lang);
    return (
      sentence(words.count, {shown: number.format(shown), total: number.format(total)}) +
      (possible ? sentence(words.possibly, {possible: number.format(possible)}) : '')
    );
  }

  /** Fill or empty what is being played; else move the window. */
  stepBy(way) {
    this.player.stop();
    const {step} = this.content;
    if (this.player.until === null && this.brush.isWhole) {
      this.player.until = this.window[1];
      if (way > 0) this.player.rewind();
      else this.player.forward(-step);
    } else if (this.player.until === null) this.brush.shift(way * step);
    else this.player.forward(way * step);
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.commit(), 400);
  }

  commit() {
    clearTimeout(this.rest);
    this.speak();
    this.offerSpeeds();
    this.onCommit(this.window);
  }

  /** Screen readers hear the count when a gesture has ended, not at each frame. */
  speak() {
    this.spoken.textContent = this.countWords(this.content.events.count(this.window));
  }

  showPlaying(playing) {
    const hadFocus = this.node.getRootNode().activeElement;
    this.playButton.hidden = playing;
    this.pauseButton.hidden = !playing;
    if (hadFocus === this.playButton || hadFocus === this.pauseButton)
      (playing ? this.pauseButton : this.playButton).focus();
  }

  /** Stop what runs by itself; nothing is reported. */
  rests() {
    this.player.rest();
    this.player.until = null;
    this.showPlaying(false);
    clearTimeout(this.rest);
  }
}
