// What a map shows at this moment, in plain values: for tests and measurements, which need not know how it is built.

/**
 * @typedef {object} MapDescription
 * @property {[number, number, number]} camera longitude, latitude, zoom, not rounded
 * @property {boolean} eventsArePainted whether the last paint had all layers of the events
 * @property {{base: number, events: number}} paints how often each canvas was painted
 * @property {import('./base_canvas.js').BaseDescription} base
 */

/**
 * Describe a map.
 * @param {import('./map_view.js').MapView} map
 * @returns {MapDescription}
 */
export function describeMap({view, base, paintsOfEvents, eventsArePainted}) {
  return {
    camera: [view.longitude, view.latitude, view.zoom],
    eventsArePainted,
    paints: {base: base.paints, events: paintsOfEvents},
    base: base.describe(),
  };
}

/**
 * Find where each canvas shows a place, as it was painted last.
 * @param {import('./map_view.js').MapView} map
 * @param {[number, number]} place longitude, latitude
 * @returns {{base: [number, number], events: [number, number]}} pixels of the window
 */
export function locate({base, baseBox, viewportOfEvents, topBox}, place) {
  const onCanvas = (viewport, box) => {
    const {left, top, width} = box.getBoundingClientRect();
    const scale = width / viewport.width;
    const [x, y] = viewport.project(place);
    return [left + scale * x, top + scale * y];
  };
  return {
    base: onCanvas(base.deck.getViewports()[0], baseBox),
    events: onCanvas(viewportOfEvents, topBox),
  };
}

/**
 * Find the events whose marks the frame shows, as clicks all over it would.
 * @param {import('./map_view.js').MapView} map
 * @returns {Record<string, string[]>} ids by the id of their layer
 */
export function findShownEvents({top, node}) {
  const {clientWidth: width, clientHeight: height} = node;
  const shown = {};
  for (const {layer, object} of top.pickObjects({x: 0, y: 0, width, height})) {
    (shown[layer.id] ??= []).push(object.id);
  }
  return shown;
}
