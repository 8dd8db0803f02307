// The sheet of a phone: the page itself scrolls it over the map, to three heights.
import {element, prefersReducedMotion} from '../page/dom.js';
import {PANEL_WORDS} from './panel_words.js';

/** @typedef {'peek' | 'half' | 'full'} SheetHeight */
/**
 * @typedef {object} SheetPlaces selectors of what the page of the sheet has
 * @property {string} scroller what scrolls
 * @property {string} map what the sheet lies over
 * @property {string} head where the sheet starts
 */

/** @type {SheetHeight[]} from the lowest */
const HEIGHTS = ['peek', 'half', 'full'];
const NEAR = 0.06; // of the window: a finger may let go a little off a height

export class Sheet {
  /** @param {SheetPlaces} places */
  constructor(places) {
    this.places = places;
    this.grip = element('button', {
      type: 'button',
      class: 'sheet-grip',
      'aria-label': PANEL_WORDS.raise,
    });
    this.grip.onclick = () => this.#step();
  }

  get #scroller() {
    return document.querySelector(this.places.scroller);
  }

  /** How far the page is scrolled at a height, px. @param {SheetHeight} height */
  #offset(height) {
    if (height === 'peek') return 0;
    if (height === 'half') return Math.round(innerHeight * 0.42);
    const map = document.querySelector(this.places.map);
    const head = document.querySelector(this.places.head);
    if (!map || !head) return innerHeight;
    // A card makes the sheet start higher, over the foot of the map.
    return map.clientHeight + parseFloat(getComputedStyle(head).marginTop);
  }

  /** @returns {SheetHeight} the highest that the page has been scrolled to */
  get height() {
    const top = (this.#scroller?.scrollTop ?? 0) + innerHeight * NEAR;
    return HEIGHTS.findLast(height => top >= this.#offset(height)) ?? 'peek';
  }

  /** @param {SheetHeight} height */
  set(height) {
    const behavior = prefersReducedMotion() ? 'instant' : 'smooth';
    this.#scroller?.scrollTo({top: this.#offset(height), behavior});
    const isHighest = height === 'full';
    this.grip.setAttribute('aria-label', isHighest ? PANEL_WORDS.lower : PANEL_WORDS.raise);
  }

  /** One height up; from the highest, down to the map. */
  #step() {
    const next = HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length];
    this.set(next);
  }
}
