// Steps of a briefing: back and next by button and key, and play at a chosen pace.
import {element, hasFocus, icon} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {Presenter} from './presenter.js';
import {stepsOfKey} from './step_keys.js';
import {followSwipes} from './step_swipe.js';
/** @import {StepPlayerOptions} from '../types/options.js' */

const STEP_WORDS = {
  steps: 'Steps of the briefing',
  back: 'Back',
  next: 'Next',
  place: '{step} of {count}',
  headline: 'Step {step} of {count}: {headline}',
  play: 'Play',
  pause: 'Pause',
  pace: 'Speed',
  perStep: '{seconds} s per step',
};
const BACK_ICON = 'M12.5 4 6.5 10l6 6 1.4-1.4L9.3 10l4.6-4.6z';
const NEXT_ICON = 'M7.5 4l6 6-6 6-1.4-1.4 4.6-4.6-4.6-4.6z';
const PLAY_ICON = 'M6 3.5v13l10.5-6.5z';
const PAUSE_ICON = 'M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z';
const PACES_S = [5, 8, 12, 20, 30];
const USUAL_PACE_S = 12;

/**
 * @param {string} name
 * @param {string} path of its icon
 * @param {() => void} onclick
 */
function stepButton(name, path, onclick) {
  const attributes = {type: 'button', class: `button step-${name.toLowerCase()}`};
  const button = element('button', attributes, icon(path), name);
  button.onclick = onclick;
  return button;
}

export class StepPlayer {
  /** @type {(step: number) => void} */
  onStep = () => {};
  step = 0;
  /** @type {string[]} */
  headlines = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} of the next step, while it plays */
  #timer;

  constructor() {
    this.presenter = new Presenter();
    this.backButton = stepButton(STEP_WORDS.back, BACK_ICON, () => this.#turn(-1));
    this.nextButton = stepButton(STEP_WORDS.next, NEXT_ICON, () => this.#turn(1));
    this.nextButton.append(this.nextButton.firstChild ?? ''); // the arrow points away from its word
    this.playButton = stepButton(STEP_WORDS.play, PLAY_ICON, () => this.#play(!this.#timer));
    const paces = PACES_S.map(seconds =>
      element(
        'option',
        {value: seconds, selected: seconds === USUAL_PACE_S},
        fillTemplate(STEP_WORDS.perStep, {seconds}),
      ),
    );
    const paceAttributes = {class: 'button step-pace', 'aria-label': STEP_WORDS.pace};
    this.pace = element('select', paceAttributes, ...paces);
    this.pace.onchange = () => this.#timer && this.#play(true);
    this.place = element('span', {class: 'step-place'});
    this.dots = element('div', {class: 'step-dots'});
    this.spoken = element('p', {class: 'unseen', role: 'status'});
    this.node = element(
      'nav',
      {class: 'step-player', 'aria-label': STEP_WORDS.steps},
      this.dots,
      element('div', {class: 'step-turn'}, this.backButton, this.place, this.nextButton),
      element('div', {class: 'step-more'}, this.playButton, this.pace, this.presenter.button),
      this.spoken,
    );
    document.addEventListener('keydown', event => this.node.isConnected && this.#pressed(event));
    followSwipes(steps => this.node.isConnected && this.#turn(steps));
  }

  /** Called at every rerun. @param {StepPlayerOptions} options */
  update({step, headlines}) {
    if (JSON.stringify(headlines) !== JSON.stringify(this.headlines)) {
      this.headlines = headlines;
      this.dots.replaceChildren(...headlines.map((_, i) => this.#buildDot(i + 1)));
    }
    this.#show(step);
  }

  /** Stop all timers: the page is left. */
  stop() {
    this.#play(false);
    this.presenter.present(false);
  }

  /** @param {number} step */
  #headlineWords(step) {
    const headline = this.headlines[step - 1] ?? '';
    return fillTemplate(STEP_WORDS.headline, {step, count: this.headlines.length, headline});
  }

  /** @param {number} step */
  #buildDot(step) {
    const dot = element('button', {
      type: 'button',
      class: 'step-dot',
      'aria-label': this.#headlineWords(step),
      title: this.headlines[step - 1],
    });
    dot.onclick = () => this.#go(step);
    return dot;
  }

  /** @param {number} step */
  #show(step) {
    const count = this.headlines.length;
    if (step !== this.step) this.spoken.textContent = this.#headlineWords(step);
    this.step = step;
    this.place.textContent = fillTemplate(STEP_WORDS.place, {step, count});
    this.backButton.disabled = step <= 1;
    this.nextButton.disabled = step >= count;
    [...this.dots.children].forEach((dot, i) => {
      dot.classList.toggle('past', i + 1 < step);
      if (i + 1 === step) dot.setAttribute('aria-current', 'step');
      else dot.removeAttribute('aria-current');
    });
  }

  /** Go to a step by hand: what plays stops. @param {number} step */
  #go(step) {
    this.#play(false);
    this.#move(step);
  }

  /** @param {number} steps */
  #turn(steps) {
    this.#go(this.step + steps);
  }

  /** @param {number} step */
  #move(step) {
    const wanted = Math.min(this.headlines.length, Math.max(1, step));
    if (wanted === this.step) return;
    const focused = [this.backButton, this.nextButton].find(hasFocus);
    this.#show(wanted);
    // A button that has just come to its end takes the focus with it.
    if (focused?.disabled) this.#otherButton(focused).focus();
    this.onStep(wanted);
  }

  /** @param {HTMLButtonElement} button */
  #otherButton(button) {
    return button === this.nextButton ? this.backButton : this.nextButton;
  }

  /** @param {boolean} on */
  #play(on) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (on && this.step >= this.headlines.length) this.#move(1);
    if (on) this.#timer = setTimeout(() => this.#playNext(), Number(this.pace.value) * 1000);
    this.node.classList.toggle('playing', on);
    this.node.style.setProperty('--pace', `${this.pace.value}s`);
    const [path, name] = on ? [PAUSE_ICON, STEP_WORDS.pause] : [PLAY_ICON, STEP_WORDS.play];
    this.playButton.replaceChildren(icon(path), name);
  }

  #playNext() {
    this.#move(this.step + 1);
    this.#play(this.step < this.headlines.length);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const {isPresenting} = this.presenter;
    const count = this.headlines.length;
    const steps = stepsOfKey(event, {step: this.step, count, isPresenting});
    if (steps === null) return;
    event.preventDefault();
    this.#turn(steps);
  }
}
