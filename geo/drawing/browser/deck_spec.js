// Turns pydeck's JSON into deck.gl layers: data by address, colours by expression, base and top apart.
import {fetchJson} from './event_rows.js';

const converters = new WeakMap();

function converterOf(deck) {
  if (!converters.has(deck)) {
    const classes = {};
    for (const [name, value] of Object.entries(deck))
      if (/Layer$/.test(name)) classes[name] = value;
    converters.set(
      deck,
      new deck.JSONConverter({
        configuration: {classes, enumerations: {COORDINATE_SYSTEM: deck.COORDINATE_SYSTEM}},
      }),
    );
  }
  return converters.get(deck);
}

/** deck.gl reads an accessor again only when its trigger changes: the expression itself is the trigger. */
function updateTriggers(layer) {
  const accessors = Object.entries(layer).filter(([name]) => name.startsWith('get'));
  return Object.fromEntries(accessors.map(([name, value]) => [name, JSON.stringify(value)]));
}

const DEPTHS = {LineString: 0, MultiLineString: 1, Polygon: 0, MultiPolygon: 1};

/** The lines or the areas of GeoJSON one by one, as the coordinates of each. */
function partsOf({features}, kind) {
  const parts = [];
  const take = (coordinates, depth) =>
    depth ? coordinates.forEach(part => take(part, depth - 1)) : parts.push(coordinates);
  for (const {geometry} of features)
    if (geometry?.type.endsWith(kind)) take(geometry.coordinates, DEPTHS[geometry.type]);
  return parts;
}

/**
 * Lines of GeoJSON as segments, in the binary form that a LineLayer takes as it is; where there are areas
 * alone, their rings. A PathLayer would draw the same with joints, which no line of this width shows, and with
 * a shader that a graphics card in software builds for as long as all others of the map.
 * @param {{features: {geometry: {type: string, coordinates: any} | null}[]}} collection
 */
export function segmentsOf(collection) {
  const lines = partsOf(collection, 'LineString');
  const paths = lines.length ? lines : partsOf(collection, 'Polygon').flat();
  const length = paths.reduce((sum, path) => sum + Math.max(0, path.length - 1), 0);
  const [from, to] = [new Float64Array(2 * length), new Float64Array(2 * length)];
  let at = 0;
  for (const path of paths) {
    for (let i = 1; i < path.length; i++, at += 2) {
      [from[at], from[at + 1]] = path[i - 1];
      [to[at], to[at + 1]] = path[i];
    }
  }
  return {
    length,
    attributes: {
      getSourcePosition: {value: from, size: 2},
      getTargetPosition: {value: to, size: 2},
    },
  };
}

const KINDS = {
  LineLayer: segmentsOf,
  SolidPolygonLayer: collection => partsOf(collection, 'Polygon'),
};

/** What a layer is to read, in the form that its kind takes. */
const rowsOf = async ({source, kind}) => (KINDS[kind] ?? (rows => rows))(await fetchJson(source));

/** A layer whose data have been waited for. @param {any} layer */
export const withRows = async layer =>
  layer.props.source ? layer.clone({data: await rowsOf(layer.props), source: undefined}) : layer;

/**
 * Read the layers of a pydeck spec. Those of the base wait for their data until they are wanted (`withRows`). Their data never pass through the converter: it would read a title that
 * begins with "@@=" as an expression.
 * @param {any} deck the namespace of pydeck's bundle
 * @param {{layers?: any[]}} spec
 * @returns {Promise<{layer: any, address: string | null}[]>} with the address that the data came from
 */
export async function readLayers(deck, spec) {
  return Promise.all(
    (spec.layers ?? []).map(async written => {
      const address = typeof written.data === 'string' ? written.data : null;
      const wanted = address && !isBase(written);
      const rows = wanted ? await fetchJson(address) : address ? [] : written.data;
      const source = address && !wanted ? {source: address, kind: written['@@type']} : {};
      const converted = converterOf(deck).convert({layers: [{...written, data: []}]}).layers[0];
      return {
        address,
        layer: converted.clone({data: rows, ...source, updateTriggers: updateTriggers(written)}),
      };
    }),
  );
}

/** Whether a layer belongs to the canvas that is painted only when the view moves. */
export const isBase = layer => layer.id.startsWith('base-');

/** deck.gl's layerFilter: a layer may name the zooms it is for, minZoom included, maxZoom not. */
export function atItsZoom({layer, viewport}) {
  const {minZoom, maxZoom} = layer.props;
  return (
    (minZoom === undefined || viewport.zoom >= minZoom) &&
    (maxZoom === undefined || viewport.zoom < maxZoom)
  );
}
