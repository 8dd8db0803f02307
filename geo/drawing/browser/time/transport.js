// The buttons of the time bar: step, play, pause, how fast, and the full range.
import {playSpeeds} from '../controls/calendar.js';
import {element, hasFocus, iconButton} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {spanWords} from './span_words.js';
/** @import {Words} from '../page/words.js' */
/** @import {TimeWindow} from '../types/events.js' */

const PLAY = 'M6 3.5v13l10.5-6.5z';
const PAUSE = 'M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z';
const BACK = 'M5 4h2v12H5zM15.5 4v12L7.5 10z';
const FORWARD = 'M13 4h2v12h-2zM4.5 4v12l8-6z';

export class Transport {
  /** @type {number | null} that the reader chose, ms of the window per second */
  #chosenSpeed = null;

  /**
   * @param {{onPlay: () => void, onPause: () => void, onStep: (direction: 1 | -1) => void,
   *   onShowAll: () => void}} handlers
   * @param {Words} words
   */
  constructor({onPlay, onPause, onStep, onShowAll}, words) {
    this.words = words;
    this.playButton = iconButton(words.play, PLAY, onPlay);
    this.pauseButton = iconButton(words.pause, PAUSE, onPause);
    this.pauseButton.hidden = true;
    this.speedChoice = element('select', {
      class: 'button extra',
      'aria-label': words.speed,
      title: words.speed,
    });
    this.speedChoice.onchange = () => {
      this.#chosenSpeed = this.speed;
    };
    this.fullRange = element('button', {type: 'button', class: 'button'}, words.allDates);
    this.fullRange.onclick = onShowAll;
    const steps = [
      iconButton(words.stepBack, BACK, () => onStep(-1)),
      iconButton(words.stepForward, FORWARD, () => onStep(1)),
    ];
    for (const step of steps) step.classList.add('extra');
    this.node = element(
      'div',
      {class: 'transport'},
      steps[0],
      this.playButton,
      this.pauseButton,
      steps[1],
      this.speedChoice,
      this.fullRange,
    );
  }

  /**
   * Offer the way back from what is shown.
   * @param {boolean} isWhole whether all dates are shown
   * @param {boolean} isPaused whether a play was stopped before its end
   */
  showWayBack(isWhole, isPaused) {
    this.fullRange.disabled = isWhole;
    this.fullRange.textContent = isPaused ? this.words.backToRange : this.words.allDates;
  }

  /** Milliseconds of the window per second. */
  get speed() {
    return Number(this.speedChoice.value);
  }

  /**
   * Offer the speeds that suit what a play would fill; one that the reader chose stays.
   * @param {TimeWindow} window that a play would fill
   * @param {number} step ms
   * @param {string} lang
   */
  offerSpeeds(window, step, lang) {
    const {speeds, usual} = playSpeeds(window, step);
    const speed = speeds.find(ms => ms === this.#chosenSpeed) ?? usual;
    const options = speeds.map(ms => {
      const label = fillTemplate(this.words.perSecond, {amount: spanWords(ms, lang)});
      return element('option', {value: ms, selected: ms === speed}, label);
    });
    this.speedChoice.replaceChildren(...options);
  }

  /** Show play or pause, with the focus where the other had it. @param {boolean} playing */
  showPlaying(playing) {
    const [shown, hidden] = playing
      ? [this.pauseButton, this.playButton]
      : [this.playButton, this.pauseButton];
    const hadFocus = hasFocus(hidden);
    hidden.hidden = true;
    shown.hidden = false;
    if (hadFocus) shown.focus();
  }
}
