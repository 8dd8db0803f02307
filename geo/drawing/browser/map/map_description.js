// What a map shows at this moment, in plain values: tests and measurements need not know its parts.
/** @import {Viewport} from '../types/deck.js' */
/** @import {CameraTriple, EventRow} from '../types/events.js' */
/** @import {MapView} from './map_view.js' */

/**
 * @typedef {object} BaseDescription
 * @property {boolean} isWhole whether all layers are drawn
 * @property {boolean} isShifted whether an older paint is shown in place of the present camera
 * @property {string[]} layers ids of those drawn, the lowest first
 */

/**
 * @typedef {object} MapDescription
 * @property {CameraTriple} camera not rounded
 * @property {boolean} eventsArePainted whether the last paint had all layers of the events
 * @property {{base: number, events: number}} paints how often each canvas was painted
 * @property {BaseDescription} base
 */

/** @param {MapView} map @returns {MapDescription} */
export function describeMap({view, base, events}) {
  return {
    camera: [view.longitude, view.latitude, view.zoom],
    eventsArePainted: events.isPainted,
    paints: {base: base.paints, events: events.paints},
    base: base.describe(),
  };
}

/**
 * Where a canvas shows a place, in pixels of the window.
 * @param {Viewport | undefined} viewport that was painted last
 * @param {HTMLElement} box of the canvas
 * @param {[number, number]} place longitude, latitude
 * @returns {[number, number] | null} null if nothing was painted yet
 */
function locateOnCanvas(viewport, box, place) {
  if (!viewport) return null;
  const {left, top, width} = box.getBoundingClientRect();
  const scale = width / viewport.width;
  const [x, y] = viewport.project(place);
  return [left + scale * x, top + scale * y];
}

/**
 * Find where each canvas shows a place, as it was painted last.
 * @param {MapView} map
 * @param {[number, number]} place longitude, latitude
 */
export function locate({base, events}, place) {
  return {
    base: locateOnCanvas(base.deck?.getViewports()[0], base.box, place),
    events: locateOnCanvas(events.viewport, events.box, place),
  };
}

/**
 * Find the events whose marks the frame shows, as clicks all over it would.
 * @param {MapView} map
 * @returns {Record<string, string[]>} ids by the id of their layer
 */
export function findShownEvents({events, node}) {
  const {clientWidth: width, clientHeight: height} = node;
  /** @type {Record<string, string[]>} */
  const shown = {};
  for (const {layer, object} of events.deck.pickObjects({x: 0, y: 0, width, height})) {
    (shown[layer.id] ??= []).push(/** @type {EventRow} */ (object).id);
  }
  return shown;
}
