// What moves the map and what scrolls the page: one finger scrolls and two move the map; in a frame
// of another page the wheel scrolls unless Ctrl is held. A hint says so.
import {element} from '../../page/dom.js';

const GESTURE_WORDS = {
  touch: 'Use two fingers to move the map',
  wheel: 'Hold Ctrl to zoom the map',
  wheelOnMac: 'Hold ⌘ to zoom the map',
};
const HINT_MS = 1500;
const HINT_AFTER_PX = 12;
export const MAP_TOUCH_ACTION = 'pan-x pan-y';

/** In a frame of another page, which scrolls by the wheel. */
const isEmbedded = () => new URLSearchParams(location.search).get('embed') === 'true';

export class Gestures {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Touch | null} */
  #start = null;

  /** @param {HTMLElement} box of the canvas */
  constructor(box) {
    this.hint = element('p', {class: 'hint', 'aria-hidden': 'true', hidden: true});
    // Two fingers would otherwise scroll the page too.
    const keep = (/** @type {TouchEvent} */ event) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    box.addEventListener('touchstart', keep, {passive: false});
    box.addEventListener('touchmove', keep, {passive: false});
    box.addEventListener('touchstart', event => {
      this.#start = event.touches.length === 1 ? event.touches[0] : null;
    });
    box.addEventListener('touchmove', event => {
      const [touch] = event.touches;
      if (event.touches.length > 1) this.#hide();
      else if (this.#start && touch) {
        const moved = [touch.clientX - this.#start.clientX, touch.clientY - this.#start.clientY];
        if (Math.hypot(...moved) > HINT_AFTER_PX) this.#show(GESTURE_WORDS.touch);
      }
    });
    this.#holdOneFinger(box);
    const leave = (/** @type {WheelEvent} */ event) => {
      if (!isEmbedded() || event.ctrlKey || event.metaKey) return;
      event.stopImmediatePropagation(); // before deck.gl zooms and keeps the page from scrolling
      const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
      this.#show(isMac ? GESTURE_WORDS.wheelOnMac : GESTURE_WORDS.wheel);
    };
    box.addEventListener('wheel', leave, {capture: true, passive: true});
  }

  /** What one finger does is not for the map, which listens at the window. @param {Node} box */
  #holdOneFinger(box) {
    /** @type {Set<number>} */
    const fingers = new Set();
    box.addEventListener('pointerdown', event => {
      const {pointerType, pointerId} = /** @type {PointerEvent} */ (event);
      if (pointerType === 'touch') fingers.add(pointerId);
    });
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, event => fingers.delete(/** @type {PointerEvent} */ (event).pointerId));
    }
    const hold = (/** @type {PointerEvent} */ event) => {
      if (fingers.size === 1 && fingers.has(event.pointerId)) event.stopImmediatePropagation();
    };
    addEventListener('pointermove', hold, {capture: true});
  }

  /** @param {string} words */
  #show(words) {
    this.hint.textContent = words;
    this.hint.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), HINT_MS);
  }

  #hide() {
    this.hint.hidden = true;
  }
}
