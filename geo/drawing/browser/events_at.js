// Which events lie under a point of the map: all of them, also those that others cover.
import {metresPerPixel} from './scale_bar.js';
/** @import {Viewport} from './deck.js' */
/** @import {EventRows} from './event_rows.js' */
/** @import {EventRow, TimeWindow} from './types.js' */

/** @typedef {Pick<EventRows, 'eventInside' | 'rowsInside' | 'table'>} SearchedEvents */
/** @typedef {{row: EventRow, start: number, possible: boolean}} EventHere */

// As geo/drawing/layers.py draws them.
const [MARK_PX, SMALLEST_MARK_PX, FULL_SIZE_FROM] = [20, 15, 4.4];
const SMALLEST_DISC_PX = 6;
const COLUMNS = ['lon', 'lat', 'r', 'pin', 'dx', 'dy'];

/**
 * The events whose marks or circles hold a point: pins first, then circles, the smallest first.
 * @param {{events: SearchedEvents | null, window: TimeWindow}} choices
 * @param {Pick<Viewport, 'zoom' | 'longitude' | 'project'>} viewport
 * @param {[number, number]} point px in the map
 * @param {number} slack px round a pin
 * @returns {EventHere[]}
 */
export function findEventsAt({events, window}, viewport, [x, y], slack) {
  if (!events) return [];
  const markPx = Math.min(
    MARK_PX,
    Math.max(SMALLEST_MARK_PX, MARK_PX * 2 ** (viewport.zoom - FULL_SIZE_FROM)),
  );
  /** @type {[distance: number, event: EventHere][]} */
  const pins = [];
  /** @type {[radius: number, event: EventHere][]} */
  const discs = [];
  const [lons, lats, radii, isPin, right, down] = COLUMNS.map(name => events.table.numbers(name));
  for (const place of events.rowsInside(window)) {
    const [lon, lat, r] = [lons[place], lats[place], radii[place]];
    if (Number.isNaN(lon + lat + r)) continue;
    // The copy of the world that is nearest to the middle.
    const turns = Math.round((viewport.longitude - lon) / 360);
    const [centreX, centreY] = viewport.project([lon + 360 * turns, lat]);
    if (isPin[place]) {
      const [dx, dy] = [right[place], down[place]];
      const distance = Math.hypot(x - centreX - dx, y - centreY - dy);
      if (distance <= markPx / 2 + slack) pins.push([distance, events.eventInside(place, window)]);
    } else {
      const radius = Math.max(SMALLEST_DISC_PX, r / metresPerPixel(lat, viewport.zoom));
      if (Math.hypot(x - centreX, y - centreY) <= radius) {
        discs.push([r, events.eventInside(place, window)]);
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
 * What a click means: one pin is meant alone, though circles lie under it; all else is a choice.
 * @param {EventHere[]} here
 */
export function chooseAt(here) {
  const pins = here.filter(({row}) => row.pin);
  return pins.length === 1 ? pins : here;
}
