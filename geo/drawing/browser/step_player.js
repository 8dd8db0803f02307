// Steps of a briefing: back and next by button and key, play at a chosen pace, and the presenter's view.
import {element, pictogram, sentence} from './dom.js';

const STEP_WORDS = {
  steps: 'Steps of the briefing',
  back: 'Back',
  next: 'Next',
  place: '{step} of {count}',
  told: 'Step {step} of {count}: {headline}',
  playSteps: 'Play',
  pauseSteps: 'Pause',
  pace: 'Pace',
  perStep: '{seconds} s a step',
  present: 'Present',
  leave: 'Leave (Esc)',
};
const SIGNS = {
  back: 'M12.5 4 6.5 10l6 6 1.4-1.4L9.3 10l4.6-4.6z',
  next: 'M7.5 4l6 6-6 6-1.4-1.4 4.6-4.6-4.6-4.6z',
  playSteps: 'M6 3.5v13l10.5-6.5z',
  pauseSteps: 'M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z',
  present: 'M3 4h14v9H3zM5 6v5h10V6zM7 15h6v1.6H7z',
  leave: 'M5.4 4 10 8.6 14.6 4 16 5.4 11.4 10l4.6 4.6-1.4 1.4-4.6-4.6L5.4 16 4 14.6 8.6 10 4 5.4z',
};
const PACES_S = [5, 8, 12, 20, 30];
const USUAL_PACE_S = 12;

// Where arrow keys already mean something: fields, sliders and the handles of the time bar, the map.
const OWNERS =
  'input, textarea, select, canvas, [contenteditable], [role=slider], [role=application], [role=listbox], [role=combobox], [role=radiogroup], [role=tablist], [role=menu]';

/** @typedef {{step: number, headlines: string[], words?: Record<string, string>}} StepPlayerOptions step counts from 1 */

export class StepPlayer {
  constructor() {
    /** @type {(step: number) => void} */
    this.onStep = () => {};
    this.step = 1;
    this.headlines = [];
    this.words = STEP_WORDS;
    this.build();
    document.addEventListener('keydown', event => this.node.isConnected && this.pressed(event));
    document.addEventListener(
      'fullscreenchange',
      () => document.fullscreenElement || this.present(false),
    );
  }

  build() {
    const button = (name, onclick) => {
      const made = element('button', {type: 'button', class: `button step-${name}`});
      made.onclick = onclick;
      return made;
    };
    this.backButton = button('back', () => this.turn(-1));
    this.nextButton = button('next', () => this.turn(1));
    this.playButton = button('play', () => this.play(!this.timer));
    this.presentButton = button('present', () => this.present(!this.presenting));
    this.pace = element('select', {class: 'button step-pace'});
    this.pace.onchange = () => this.timer && this.play(true);
    this.place = element('span', {class: 'step-place'});
    this.dots = element('div', {class: 'step-dots'});
    this.spoken = element('p', {class: 'unseen', role: 'status'});
    this.node = element(
      'nav',
      {class: 'step-player'},
      this.dots,
      element('div', {class: 'step-turn'}, this.backButton, this.place, this.nextButton),
      element('div', {class: 'step-more'}, this.playButton, this.pace, this.presentButton),
      this.spoken,
    );
  }

  /** @param {StepPlayerOptions} options again at every rerun */
  update(options) {
    const {step, headlines} = options;
    const words = {...STEP_WORDS, ...options.words};
    const written = JSON.stringify([headlines, words]);
    if (written !== this.written) {
      Object.assign(this, {written, headlines, words});
      this.name();
    }
    this.show(step);
  }

  name() {
    const {words} = this;
    this.node.setAttribute('aria-label', words.steps);
    this.label(this.backButton, 'back');
    this.nextButton.replaceChildren(words.next, pictogram(SIGNS.next));
    this.label(this.presentButton, this.presenting ? 'leave' : 'present');
    this.label(this.playButton, this.timer ? 'pauseSteps' : 'playSteps');
    this.pace.setAttribute('aria-label', words.pace);
    this.pace.replaceChildren(
      ...PACES_S.map(seconds =>
        element(
          'option',
          {value: seconds, selected: seconds === USUAL_PACE_S},
          sentence(words.perStep, {seconds}),
        ),
      ),
    );
    this.dots.replaceChildren(
      ...this.headlines.map((headline, at) => {
        const told = sentence(words.told, {step: at + 1, count: this.headlines.length, headline});
        const dot = element('button', {
          type: 'button',
          class: 'step-dot',
          'aria-label': told,
          title: headline,
        });
        dot.onclick = () => this.go(at + 1);
        return dot;
      }),
    );
  }

  label(button, name) {
    button.replaceChildren(pictogram(SIGNS[name]), this.words[name]);
  }

  show(step) {
    const count = this.headlines.length;
    const changed = step !== this.step || !this.place.textContent;
    this.step = step;
    this.place.textContent = sentence(this.words.place, {step, count});
    this.backButton.disabled = step <= 1;
    this.nextButton.disabled = step >= count;
    [...this.dots.children].forEach((dot, at) => {
      dot.classList.toggle('past', at + 1 < step);
      if (at + 1 === step) dot.setAttribute('aria-current', 'step');
      else dot.removeAttribute('aria-current');
    });
    if (changed)
      this.spoken.textContent = sentence(this.words.told, {
        step,
        count,
        headline: this.headlines[step - 1] ?? '',
      });
  }

  /** Go to a step by hand: what plays stops. */
  go(step) {
    this.play(false);
    this.move(step);
  }

  turn(way) {
    this.go(this.step + way);
  }

  move(step) {
    const wanted = Math.min(this.headlines.length, Math.max(1, step));
    if (wanted === this.step) return;
    const focused = this.node.getRootNode().activeElement;
    this.show(wanted);
    // A button that has just come to its end takes the focus with it.
    if (focused?.disabled)
      (focused === this.nextButton ? this.backButton : this.nextButton).focus();
    this.onStep(wanted);
  }

  play(on) {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (on && this.step >= this.headlines.length) this.move(1);
    if (on) this.timer = setTimeout(() => this.next(), Number(this.pace.value) * 1000);
    this.node.classList.toggle('playing', on);
    this.node.style.setProperty('--pace', `${this.pace.value}s`);
    this.label(this.playButton, on ? 'pauseSteps' : 'playSteps');
  }

  next() {
    this.move(this.step + 1);
    this.play(this.step < this.headlines.length);
  }

  /** The whole window, and the whole screen where the browser allows it. */
  present(on) {
    if (on === !!this.presenting) return;
    this.presenting = on;
    document.documentElement.toggleAttribute('data-presenting', on);
    this.label(this.presentButton, on ? 'leave' : 'present');
    if (on) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
    dispatchEvent(new Event('resize'));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.key === 'Escape') this.present(false);
    const way = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    // The remote controls of speakers send these.
    const page = this.presenting && {PageDown: 1, PageUp: -1}[event.key];
    const owned = event
      .composedPath()
      .some(node => node instanceof Element && node.matches(OWNERS));
    const end = {Home: 1 - this.step, End: this.headlines.length - this.step}[event.key];
    if (!page && ((!way && end === undefined) || owned)) return;
    event.preventDefault();
    this.turn(page || way || end);
  }

  /** The page is left: nothing goes on by itself. */
  rests() {
    this.play(false);
    this.present(false);
  }
}
