// Turns pydeck's JSON into deck.gl layers: data by address, colours by expression, base and top apart.
import {fetchJson} from './event_rows.js';

const converters = new WeakMap();

function converterOf(deck) {
  if (!converters.has(deck)) {
    const classes = {};
    for (const [name, value] of Object.entries(deck)) if (/Layer$/.test(name)) classes[name] = value;
    converters.set(deck, new deck.JSONConverter({configuration: {classes, enumerations: {COORDINATE_SYSTEM: deck.COORDINATE_SYSTEM}}}));
  }
  return converters.get(deck);
}

/** deck.gl reads an accessor again only when its trigger changes: the expression itself is the trigger. */
function updateTriggers(layer) {
  const accessors = Object.entries(layer).filter(([name]) => name.startsWith('get'));
  return Object.fromEntries(accessors.map(([name, value]) => [name, JSON.stringify(value)]));
}

/**
 * Read the layers of a pydeck spec. Their data never pass through the converter: it would read a title that
 * begins with "@@=" as an expression.
 * @param {any} deck the namespace of pydeck's bundle
 * @param {{layers?: any[]}} spec
 * @returns {Promise<{layer: any, address: string | null}[]>} with the address that the data came from
 */
export async function readLayers(deck, spec) {
  return Promise.all((spec.layers ?? []).map(async written => {
    const address = typeof written.data === 'string' ? written.data : null;
    const rows = address ? await fetchJson(address) : written.data;
    const converted = converterOf(deck).convert({layers: [{...written, data: []}]}).layers[0];
    return {address, layer: converted.clone({data: rows, updateTriggers: updateTriggers(written)})};
  }));
}

/** Whether a layer belongs to the canvas that is painted only when the view moves. */
export const isBase = layer => layer.id.startsWith('base-');

/** deck.gl's layerFilter: a layer may name the zooms it is for, minZoom included, maxZoom not. */
export function atItsZoom({layer, viewport}) {
  const {minZoom, maxZoom} = layer.props;
  return (minZoom === undefined || viewport.zoom >= minZoom) && (maxZoom === undefined || viewport.zoom < maxZoom);
}
