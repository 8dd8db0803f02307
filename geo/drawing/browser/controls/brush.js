// Two handles and the window between them: pointer, touch and keyboard. Knows no events.
import {element} from '../page/dom.js';
import {followDrag} from './drag.js';
import {clamp, dragWindow, moveByKey, moveEnd, moveWindow, snap} from './window_moves.js';
/** @import {TimeWindow} from '../types/events.js' */
/** @import {Grip} from './window_moves.js' */

const TOUCH_PX = 44; // WCAG 2.5.5, the size of a fingertip
const KEYS_END_MS = 400; // after the last key the gesture has ended

/**
 * @typedef {object} BrushHandlers
 * @property {(window: TimeWindow) => void} onMove at each change
 * @property {() => void} onGesture when a gesture starts
 * @property {() => void} onEnd when a gesture ends
 */

export class Brush {
  /** @type {TimeWindow} */
  window = [0, 1];
  /** @type {TimeWindow} */
  domain = [0, 1];
  step = 1;
  #keysPending = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keyTimer;
  #isDragged = false;

  /**
   * @param {BrushHandlers} handlers
   * @param {{from: string, to: string}} names of the two handles
   */
  constructor({onMove, onGesture, onEnd}, names) {
    this.onMove = onMove;
    this.onGesture = onGesture;
    this.onEnd = onEnd;
    this.handles = [names.from, names.to].map((name, i) => this.#buildHandle(name, i));
    this.span = element('div', {class: 'span'});
    this.node = element('div', {class: 'brush'}, this.span, ...this.handles);
    this.node.onpointerdown = event => this.#grab(event);
    this.node.ondblclick = () => {
      if (this.handles.every(handle => handle !== document.activeElement)) this.showAll();
    };
  }

  /**
   * @param {string} name
   * @param {number} i
   */
  #buildHandle(name, i) {
    const attributes = {
      class: `handle ${i ? 'to' : 'from'}`,
      role: 'slider',
      tabindex: 0,
      'aria-label': name,
      'aria-orientation': 'horizontal',
    };
    const handle = element('div', attributes, element('span', {class: 'grip'}));
    handle.onkeydown = event => this.#pressKey(event, i);
    handle.onblur = () => this.#endKeys();
    return handle;
  }

  /**
   * @param {TimeWindow} domain
   * @param {number} step that the handles move by
   */
  setDomain(domain, step) {
    this.domain = domain;
    this.step = step;
  }

  /**
   * Place the handles.
   * @param {TimeWindow} window
   * @param {string[]} texts that the two handles say
   * @returns {[number, number]} the window in shares of the domain
   */
  place(window, texts) {
    this.window = window;
    const [lo, hi] = this.domain;
    const width = this.node.clientWidth;
    /** @type {(value: number) => number} */
    const share = value => clamp((value - lo) / (hi - lo), 0, 1);
    /** @type {[number, number]} */
    const shares = [share(window[0]), share(window[1])];
    const inner = Math.min(TOUCH_PX / 2, ((shares[1] - shares[0]) * width) / 2);
    this.span.style.left = `${shares[0] * 100}%`;
    this.span.style.width = `${(shares[1] - shares[0]) * 100}%`;
    /** @type {(value: number) => string} */
    const steps = value => String(Math.round((value - lo) / this.step));
    this.handles.forEach((handle, i) => {
      handle.style.left = `${shares[i] * 100}%`;
      handle.style.setProperty('--inner', `${inner}px`); // the two never cover one another
      const range = i ? [window[0] + this.step, hi] : [lo, window[1] - this.step];
      handle.setAttribute('aria-valuemin', steps(range[0]));
      handle.setAttribute('aria-valuemax', steps(range[1]));
      handle.setAttribute('aria-valuenow', steps(window[i]));
      handle.setAttribute('aria-valuetext', texts[i]);
    });
    return shares;
  }

  get isWhole() {
    return this.window[0] <= this.domain[0] && this.window[1] >= this.domain[1];
  }

  /** The nearest value that a handle can have. @param {number} value */
  snap(value) {
    return snap(this, value);
  }

  /** Move the whole window, as far as the domain allows. @param {number} distance */
  shift(distance) {
    this.onMove(moveWindow(this, distance));
  }

  /** Open the window to the whole domain. */
  showAll() {
    this.onGesture();
    this.onMove([...this.domain]);
    this.onEnd();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} i of the handle
   */
  #pressKey(event, i) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!moveByKey(this, i, event.key, event.shiftKey)) return;
    event.preventDefault();
    this.onGesture(); // it may end a play, and so move the window
    const window = moveByKey(this, i, event.key, event.shiftKey);
    if (window) this.onMove(window);
    clearTimeout(this.#keyTimer);
    this.#keysPending = true;
    this.#keyTimer = setTimeout(() => this.#endKeys(), KEYS_END_MS);
  }

  #endKeys() {
    clearTimeout(this.#keyTimer);
    if (this.#keysPending) this.onEnd();
    this.#keysPending = false;
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button || this.#isDragged) return;
    const {left, width} = this.node.getBoundingClientRect();
    const [lo, hi] = this.domain;
    /** @type {(e: PointerEvent) => number} */
    const at = e => lo + clamp(e.clientX - left, 0, width) * ((hi - lo) / width);
    const [start, before] = [at(event), this.window];
    const end = this.handles.findIndex(handle => event.composedPath().includes(handle));
    const isInside = start > before[0] && start < before[1] && !this.isWhole;
    const grip = {end, isInside, start, before};
    this.#isDragged = true;
    followDrag(this.node, event, {
      onStart: () => this.onGesture(),
      onMove: e => this.onMove(dragWindow(this, grip, at(e))),
      onRelease: moved => this.#release(grip, moved),
      onCancel: moved => {
        this.#isDragged = false;
        if (moved) this.onMove(before);
      },
    });
    if (end >= 0) this.handles[end].focus({preventScroll: true});
    event.preventDefault();
  }

  /**
   * End a drag; a click beside the window brings the nearer handle.
   * @param {Grip} grip
   * @param {boolean} moved
   */
  #release({end, isInside, start, before}, moved) {
    this.#isDragged = false;
    const isBeside = end < 0 && !isInside && !this.isWhole;
    if (!moved && !isBeside) return;
    if (!moved) {
      this.onGesture();
      this.onMove(moveEnd(this, start < before[0] ? 0 : 1, start));
    }
    this.onEnd();
  }
}
