// Turns pydeck's JSON into deck.gl layers: data by address, colours by expression.
import {fetchJson} from '../page/fetch_json.js';
import {createSmoothLines} from './canvas/smooth_lines.js';
import {createEventLayer} from './events/event_layer.js';
import {tileKit} from './tiles/tile_kit.js';
/** @import {DeckNamespace, JSONConverter, Layer, LayerFilter} from '../types/deck.js' */
/** @import {DeckSpec, WrittenLayer} from '../types/layers.js' */

/** @typedef {{layer: Layer, address: string | null}} ReadLayer with the address of its data */

/** @type {WeakMap<DeckNamespace, JSONConverter>} */
const converters = new WeakMap();

/** @param {DeckNamespace} deck */
function converterFor(deck) {
  const known = converters.get(deck);
  if (known) return known;
  const classes = Object.fromEntries(
    Object.entries(deck).filter(([name]) => name.endsWith('Layer')),
  );
  const enumerations = {COORDINATE_SYSTEM: deck.COORDINATE_SYSTEM};
  const converter = new deck.JSONConverter({configuration: {classes, enumerations}});
  converters.set(deck, converter);
  return converter;
}

/**
 * deck.gl reads an accessor again only when its trigger changes: the expression is the trigger.
 * @param {WrittenLayer} layer
 */
function updateTriggers(layer) {
  const accessors = Object.entries(layer).filter(([name]) => name.startsWith('get'));
  return Object.fromEntries(accessors.map(([name, value]) => [name, JSON.stringify(value)]));
}

/**
 * Read the layers of a pydeck spec over those of a base. Those of the base wait for their data
 * (`withData`). Data never pass through the converter: it would read a title that starts with "@@="
 * as an expression.
 * @param {DeckNamespace} deck
 * @param {DeckSpec} spec
 * @param {string | null} [base] address of a DeckSpec
 * @returns {Promise<ReadLayer[]>} the lowest first
 */
export async function readLayers(deck, spec, base) {
  /** @type {DeckSpec} */
  const below = base ? await fetchJson(base) : {};
  const layers = [...(below.layers ?? []), ...(spec.layers ?? [])];
  return Promise.all(layers.map(written => readLayer(deck, written)));
}

/**
 * @param {DeckNamespace} deck
 * @param {WrittenLayer} written
 * @returns {Promise<ReadLayer>}
 */
async function readLayer(deck, written) {
  const address = typeof written.data === 'string' ? written.data : null;
  if (written['@@type'] === 'MVTLayer' && tileKit.tools) {
    return {address, layer: tileKit.tools.createLayer(deck, written)};
  }
  if (written['@@type'] === 'EventLayer') return {address, layer: createEventLayer(deck, written)};
  const {layers} = converterFor(deck).convert({layers: [{...written, data: []}]});
  const triggers = {updateTriggers: updateTriggers(written)};
  if (address !== null && isBase(written)) {
    const source = {data: [], source: address, kind: written['@@type']};
    return {address, layer: layers[0].clone({...source, ...triggers})};
  }
  const data = address === null ? written.data : await fetchJson(address);
  const isLine = written['@@type'] === 'PathLayer';
  const smooth = isLine ? {extensions: [createSmoothLines(deck)]} : {};
  return {address, layer: layers[0].clone({data, ...triggers, ...smooth})};
}

/** Whether a layer is painted only when the view moves. @param {{id: string}} layer */
export const isBase = layer => layer.id.startsWith('base-');

/**
 * deck.gl's layerFilter: a layer may name the zooms it is for, minZoom included, maxZoom not.
 * @type {LayerFilter}
 */
export function atItsZoom({layer, viewport}) {
  // A layer of tiles names the zooms of its tiles, and hides itself.
  if (layer.props.tileZooms) return true;
  const {minZoom = -Infinity, maxZoom = Infinity} = layer.props;
  return viewport.zoom >= minZoom && viewport.zoom < maxZoom;
}
