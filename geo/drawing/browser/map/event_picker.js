// What a pointer or a key finds on the map: a card beside it, one event, or a choice of several.
import {chooseAt} from './events/events_at.js';
import {reachPx} from './events/events_canvas.js';
import {HereMenu} from './here_menu.js';
import {Tooltip} from './tooltip.js';
/** @import {PickingInfo, Viewport} from '../types/deck.js' */
/** @import {EventRow} from '../types/events.js' */
/** @import {EventHere} from './events/events_at.js' */

/** @typedef {(viewport: Viewport, point: [number, number], slack: number) => EventHere[]} FindAt */

export class EventPicker {
  tooltip = new Tooltip();

  /**
   * @param {() => Viewport | undefined} getViewport of the last paint
   * @param {FindAt} findAt
   * @param {(id: string | null) => void} onPick null for a click beside all events
   */
  constructor(getViewport, findAt, onPick) {
    this.getViewport = getViewport;
    this.findAt = findAt;
    this.onPick = onPick;
    this.menu = new HereMenu(onPick);
  }

  /** @param {PickingInfo} info */
  hover(info) {
    this.tooltip.follow(info, this.#find(info));
  }

  /** @param {PickingInfo} info */
  click(info) {
    this.hide();
    const chosen = chooseAt(this.#find(info));
    if (chosen.length > 1) this.menu.open(chosen, info.x, info.y);
    else this.onPick(chosen[0]?.row.id ?? null);
  }

  hide() {
    this.tooltip.hide();
    this.menu.hide();
  }

  /** All that lies under a pointer, also what is covered. @param {PickingInfo} info */
  #find({x, y, object}) {
    const viewport = this.getViewport();
    const here = viewport ? this.findAt(viewport, [x, y], reachPx()) : [];
    const row = /** @type {EventRow | undefined} */ (object);
    // Anything drawn by other layers than that of the events is found by its pixels.
    if (!row?.id || here.some(event => event.row.id === row.id)) return here;
    return [{row, possible: false}];
  }
}
