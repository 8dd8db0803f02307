// The card beside the pointer: what, when, how sure, how far. Text only.
import {element} from './dom.js';

const FIELDS = ['title', 'when', 'status', 'distance'];
const OFFSET_PX = 14;

export class Tooltip {
  constructor() {
    this.node = element('div', {class: 'tooltip', role: 'tooltip', hidden: true});
  }

  /** @param {import('./event_rows.js').EventRow} row @param {number} x @param {number} y px in the map */
  show(row, x, y) {
    if (this.row !== row) {
      this.node.replaceChildren(
        ...FIELDS.filter(name => row[name]).map(name =>
          element('div', {class: name}, String(row[name])),
        ),
      );
      this.row = row;
    }
    this.node.hidden = false;
    // Beside the pointer, on the side where there is room, and never beyond the map.
    const map = this.node.parentElement;
    const [width, height] = [this.node.offsetWidth, this.node.offsetHeight];
    const left = x + OFFSET_PX + width > map.clientWidth ? x - OFFSET_PX - width : x + OFFSET_PX;
    const top = y + OFFSET_PX + height > map.clientHeight ? y - OFFSET_PX - height : y + OFFSET_PX;
    const within = (at, size, room) => Math.max(4, Math.min(at, room - size - 4));
    this.node.style.transform = `translate(${within(left, width, map.clientWidth)}px, ${within(top, height, map.clientHeight)}px)`;
  }

  hide() {
    this.node.hidden = true;
    this.row = null;
  }
}
