// The card beside the pointer: what, when, how sure, how far. Text only.
import {element} from '../page/dom.js';
import {fillTemplate, WORDS} from '../page/words.js';
/** @import {PickingInfo} from '../types/deck.js' */
/** @import {EventHere} from './events/events_at.js' */

const FIELDS = ['title', 'when', 'status', 'distance'];
const MOST_OTHERS = 5;
const OFFSET_PX = 14;
const EDGE_PX = 4;

export class Tooltip {
  /** Ids of the events that it names. */
  #shown = '';

  constructor() {
    this.node = element('div', {class: 'tooltip', role: 'tooltip', hidden: true});
  }

  /**
   * Show the first event that lies under a pointer, and the titles of what it covers.
   * @param {EventHere[]} here
   * @param {number} x px in the map
   * @param {number} y px in the map
   */
  show(here, x, y) {
    const ids = here.map(({row}) => row.id).join(' ');
    if (this.#shown !== ids) {
      const [{row}, ...others] = here;
      const lines = FIELDS.filter(name => row[name]).map(name => [name, String(row[name])]);
      for (const other of others.slice(0, MOST_OTHERS)) lines.push(['other', other.row.title]);
      const more = others.length - MOST_OTHERS;
      if (more > 0) lines.push(['more-here', fillTemplate(WORDS.andMoreHere, {more})]);
      this.node.replaceChildren(
        ...lines.map(([name, words]) => element('div', {class: name, dir: 'auto'}, words)),
      );
      this.#shown = ids;
    }
    this.node.hidden = false;
    const map = this.node.parentElement;
    if (!map) return;
    const left = placeBeside(x, this.node.offsetWidth, map.clientWidth);
    const top = placeBeside(y, this.node.offsetHeight, map.clientHeight);
    this.node.style.transform = `translate(${left}px, ${top}px)`;
  }

  /**
   * Show what is under the pointer; a finger does not hover.
   * @param {PickingInfo} info
   * @param {EventHere[]} here
   */
  follow({x, y}, here) {
    if (here[0]?.row.title && matchMedia('(hover: hover)').matches) this.show(here, x, y);
    else this.hide();
  }

  hide() {
    this.node.hidden = true;
    this.#shown = '';
  }
}

/**
 * Where a card of a size starts beside a pointer: on the side where there is room, never outside.
 * @param {number} at px of the pointer
 * @param {number} size px of the card
 * @param {number} room px of the map
 */
export function placeBeside(at, size, room) {
  const after = at + OFFSET_PX;
  const start = after + size > room ? at - OFFSET_PX - size : after;
  return Math.max(EDGE_PX, Math.min(start, room - size - EDGE_PX));
}
