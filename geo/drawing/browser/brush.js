// Two handles and the window between them: pointer, touch and keyboard. Knows shares of a domain, not events.
import {element} from './dom.js';
import {pageSteps} from './calendar.js';

const TOUCH_PX = 44; // WCAG 2.5.5, the size of a fingertip
const START_PX = 4; // less is a click, or the begin of a scroll

const clamp = (value, lo, hi) => Math.min(hi, Math.max(lo, value));

/**
 * @typedef {object} BrushHandlers
 * @property {(window: [number, number]) => void} onMove at each change
 * @property {() => void} onGesture when a gesture begins
 * @property {() => void} onEnd when a gesture ends
 */

export class Brush {
  /** @param {BrushHandlers} handlers @param {Record<string, string>} words */
  constructor(handlers, words) {
    Object.assign(this, handlers);
    this.handles = ['from', 'to'].map((side, i) => {
      const handle = element(
        'div',
        {
          class: `handle ${side}`,
          role: 'slider',
          tabindex: 0,
          'aria-label': words[side],
          'aria-orientation': 'horizontal',
        },
        element('span', {class: 'grip'}),
      );
      handle.onkeydown = event => this.press(event, i);
      handle.onblur = () => this.settle();
      return handle;
    });
    this.span = element('div', {class: 'span'});
    this.node = element('div', {class: 'brush'}, this.span, ...this.handles);
    this.node.onpointerdown = event => this.grab(event);
    this.node.ondblclick = () =>
      this.handles.includes(document.activeElement) || this.wholeDomain();
  }

  /** @param {[number, number]} domain ms @param {number} step ms */
  setDomain(domain, step) {
    Object.assign(this, {domain, step});
  }

  /** Place the handles; what they say is set by the caller, who knows the words. */
  place(window, texts) {
    this.window = window;
    const [lo, hi] = this.domain;
    const width = this.node.clientWidth;
    const shares = window.map(ms => clamp((ms - lo) / (hi - lo), 0, 1));
    const inner = Math.min(TOUCH_PX / 2, ((shares[1] - shares[0]) * width) / 2);
    this.span.style.left = `${shares[0] * 100}%`;
    this.span.style.width = `${(shares[1] - shares[0]) * 100}%`;
    const steps = ms => Math.round((ms - lo) / this.step);
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

  /** To the grid of steps that begins with the domain. */
  snap(ms) {
    const [lo, hi] = this.domain;
    return clamp(lo + Math.round((ms - lo) / this.step) * this.step, lo, hi);
  }

  /** Move one end; the other stays, at least one step away. */
  moveEnd(i, ms) {
    const [from, to] = this.window;
    if (i) this.onMove([from, Math.max(from + this.step, this.snap(ms))]);
    else this.onMove([Math.min(to - this.step, this.snap(ms)), to]);
  }

  /** Move the whole window, as far as the domain allows. */
  shift(by, [from, to] = this.window) {
    const [lo, hi] = this.domain;
    const far = clamp(by, Math.min(0, lo - from), Math.max(0, hi - to));
    this.onMove([from + far, to + far]);
  }

  wholeDomain() {
    this.onGesture();
    this.onMove([...this.domain]);
    this.onEnd();
  }

  press(event, i) {
    const page = pageSteps(this.step);
    const steps = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -page,
      PageUp: page,
      Home: -Infinity,
      End: Infinity,
    }[event.key];
    if (!steps || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.onGesture();
    const [from, to] = this.window;
    if (event.shiftKey)
      this.shift(
        Number.isFinite(steps)
          ? steps * this.step
          : steps < 0
            ? this.domain[0] - from
            : this.domain[1] - to,
      );
    else if (Number.isFinite(steps)) this.moveEnd(i, this.window[i] + steps * this.step);
    else this.moveEnd(i, steps < 0 ? this.domain[0] : this.domain[1]);
    clearTimeout(this.rest);
    this.unsettled = true;
    this.rest = setTimeout(() => this.settle(), 400);
  }

  /** Keys have come to rest. */
  settle() {
    clearTimeout(this.rest);
    if (this.unsettled) this.onEnd();
    this.unsettled = false;
  }

  grab(event) {
    if (event.button || this.pointer !== undefined) return;
    const box = this.node.getBoundingClientRect();
    const [lo, hi] = this.domain;
    const perPixel = (hi - lo) / box.width;
    const at = e => lo + clamp(e.clientX - box.left, 0, box.width) * perPixel;
    const before = this.window;
    const start = at(event);
    const end = this.handles.findIndex(handle => handle.contains(event.target));
    const inside = start > before[0] && start < before[1] && !this.isWhole;
    const offset = end < 0 ? 0 : start - before[end];
    let moved = false;
    const drag = e => {
      if (end >= 0) this.moveEnd(end, at(e) - offset);
      else if (inside) this.shift(Math.round((at(e) - start) / this.step) * this.step, before);
      else
        this.onMove(
          [start, at(e)]
            .sort((a, b) => a - b)
            .map((ms, i) => this.snap(ms + (i ? 0.5 : -0.5) * this.step)),
        );
    };
    const move = e => {
      if (e.pointerId !== event.pointerId) return;
      if (!moved && Math.abs(e.clientX - event.clientX) < START_PX) return;
      if (!moved) this.onGesture();
      moved = true;
      drag(e);
    };
    const finish = e => {
      if (e.pointerId !== event.pointerId) return;
      this.pointer = undefined;
      this.node.onpointermove = this.node.onpointerup = this.node.onpointercancel = null;
      this.node.classList.remove('dragging');
      if (e.type === 'pointercancel') {
        // the page scrolls: nothing was meant here
        if (moved) this.onMove(before);
        return;
      }
      if (!moved && end < 0 && !inside && !this.isWhole) {
        // a click beside the window brings the nearer handle
        this.onGesture();
        this.moveEnd(start < before[0] ? 0 : 1, start);
        moved = true;
      }
      if (moved) this.onEnd();
    };
    this.pointer = event.pointerId;
    this.node.setPointerCapture(event.pointerId);
    if (end >= 0) this.handles[end].focus({preventScroll: true});
    event.preventDefault();
    this.node.classList.add('dragging');
    Object.assign(this.node, {onpointermove: move, onpointerup: finish, onpointercancel: finish});
  }
}
