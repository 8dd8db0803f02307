// The presenter's view of a briefing: the whole window, and the whole screen where it is allowed.
import {element, icon} from '../page/dom.js';

const PRESENT_WORDS = {present: 'Present', leave: 'Leave (Esc)'};
const PRESENT_ICON = 'M3 4h14v9H3zM5 6v5h10V6zM7 15h6v1.6H7z';
const LEAVE_ICON =
  'M5.4 4 10 8.6 14.6 4 16 5.4 11.4 10l4.6 4.6-1.4 1.4-4.6-4.6L5.4 16 4 14.6 8.6 10 4 5.4z';

export class Presenter {
  isPresenting = false;

  constructor() {
    this.button = element('button', {type: 'button', class: 'button step-present'});
    this.button.onclick = () => this.present(!this.isPresenting);
    // A space bar turns the steps of a presentation; Firefox presses the button as the key goes up.
    this.button.onkeyup = event => {
      if (event.key === ' ' && this.isPresenting) event.preventDefault();
    };
    this.#label();
    document.addEventListener('fullscreenchange', () => {
      if (!document.fullscreenElement) this.present(false);
    });
    document.addEventListener('keydown', event => {
      const isAlone = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (event.key === 'Escape' && isAlone && !event.defaultPrevented) this.present(false);
    });
  }

  /** @param {boolean} on */
  present(on) {
    if (on === this.isPresenting) return;
    this.isPresenting = on;
    document.documentElement.toggleAttribute('data-presenting', on);
    this.#label();
    if (on) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
    dispatchEvent(new Event('resize'));
  }

  #label() {
    const {present, leave} = PRESENT_WORDS;
    const [path, name] = this.isPresenting ? [LEAVE_ICON, leave] : [PRESENT_ICON, present];
    this.button.replaceChildren(icon(path), name);
  }
}
