// Which events lie under a point of the map: all of them, also those that others cover.
import {frameView, flattenPlaces} from './flat_places.js';
import {markSide} from './mark_size.js';
/** @import {EventRows} from '../../page/event_rows.js' */
/** @import {EventRow, TimeWindow} from '../../types/events.js' */
/** @import {FlatView} from './flat_places.js' */
/** @import {MarkSizes} from './mark_size.js' */

/** @typedef {Pick<EventRows, 'eventInside' | 'rowsInside' | 'table'>} SearchedEvents */
/** @typedef {{row: EventRow, possible: boolean}} EventHere */
/** @typedef {MarkSizes & {smallestDiscPx: number}} DrawnSizes */

/**
 * The events whose marks or circles hold a point: pins first, then circles, the smallest first.
 * @param {{events: SearchedEvents | null, window: TimeWindow}} choices
 * @param {DrawnSizes | null} sizes null before the events are drawn
 * @param {FlatView} view
 * @param {[number, number]} point px in the map
 * @param {number} slack px around a pin
 * @returns {EventHere[]}
 */
export function findEventsAt({events, window}, sizes, view, [x, y], slack) {
  if (!events || !sizes) return [];
  const markPx = markSide(view.zoom, sizes);
  const {x: rights, y: downs, radius} = flattenPlaces(events.table);
  const {scale, left, top, copies} = frameView(view);
  const [isPin, shiftX, shiftY] = ['pin', 'dx', 'dy'].map(name => events.table.numbers(name));
  /** @type {[distance: number, event: EventHere][]} */
  const pins = [];
  /** @type {[radius: number, event: EventHere][]} */
  const discs = [];
  for (const row of events.rowsInside(window)) {
    // The copy nearest to the point counts.
    let fromX = Infinity;
    for (const copy of copies) {
      const right = rights[row] * scale + left + copy - x;
      if (Math.abs(right) < Math.abs(fromX)) fromX = right;
    }
    const fromY = downs[row] * scale + top - y;
    if (isPin[row]) {
      const distance = Math.sqrt((fromX + shiftX[row]) ** 2 + (fromY + shiftY[row]) ** 2);
      if (distance <= markPx / 2 + slack) pins.push([distance, events.eventInside(row, window)]);
    } else {
      const reach = Math.max(sizes.smallestDiscPx, radius[row] * scale);
      if (fromX ** 2 + fromY ** 2 <= reach ** 2) {
        discs.push([radius[row], events.eventInside(row, window)]);
      }
    }
  }
  // A pin that is hit leaves out those that are only near.
  const hit = pins.filter(([distance]) => distance <= markPx / 2);
  return [...(hit.length ? hit : pins).sort(byFirst), ...discs.sort(byFirst)].map(
    ([, event]) => event,
  );
}

/** @type {(a: [number, EventHere], b: [number, EventHere]) => number} */
const byFirst = ([a], [b]) => a - b;

/**
 * What a click means: a single pin even if circles lie under it; otherwise a choice.
 * @param {EventHere[]} here
 */
export function chooseAt(here) {
  const pins = here.filter(({row}) => row.pin);
  return pins.length === 1 ? pins : here;
}
