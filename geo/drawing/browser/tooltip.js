// The card beside the pointer: what, when, how sure, how far. Text only.
import {element} from './dom.js';
/** @import {PickingInfo} from './deck.js' */
/** @import {EventRow} from './types.js' */

const FIELDS = ['title', 'when', 'status', 'distance'];
const OFFSET_PX = 14;
const EDGE_PX = 4;

export class Tooltip {
  /** @type {EventRow | null} */
  #row = null;

  constructor() {
    this.node = element('div', {class: 'tooltip', role: 'tooltip', hidden: true});
  }

  /**
   * @param {EventRow} row
   * @param {number} x px in the map
   * @param {number} y px in the map
   */
  show(row, x, y) {
    if (this.#row !== row) {
      const lines = FIELDS.filter(name => row[name]);
      this.node.replaceChildren(
        ...lines.map(name => element('div', {class: name}, String(row[name]))),
      );
      this.#row = row;
    }
    this.node.hidden = false;
    const map = this.node.parentElement;
    if (!map) return;
    const left = placeBeside(x, this.node.offsetWidth, map.clientWidth);
    const top = placeBeside(y, this.node.offsetHeight, map.clientHeight);
    this.node.style.transform = `translate(${left}px, ${top}px)`;
  }

  /** Show the event under the pointer; a finger does not hover. @param {PickingInfo} info */
  follow({object, x, y}) {
    const row = /** @type {EventRow | undefined} */ (object);
    if (row?.title && matchMedia('(hover: hover)').matches) this.show(row, x, y);
    else this.hide();
  }

  hide() {
    this.node.hidden = true;
    this.#row = null;
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
