// Reads a Mapbox Vector Tile (version 2.1 of its specification). deck.gl has a reader too, but only
// in a worker that it fetches from another host.
import {Message, readNumbers, signed} from './wire_message.js';
/** @import {TileFeature} from '../../types/deck.js' */

const MOST_FEATURES = 60_000;
const MOST_POSITIONS = 600_000;

/** @typedef {string | number | boolean} Value */
/** @typedef {[x: number, y: number]} TilePoint */

/** @param {DataView} view @returns {Value} */
function readValue(view) {
  const message = new Message(view);
  /** @type {Value} */
  let value = '';
  message.fields(field => {
    if (field === 1) value = message.text();
    else if (field === 2) value = message.view.getFloat32((message.at += 4) - 4, true);
    else if (field === 3) value = message.view.getFloat64((message.at += 8) - 8, true);
    else if (field === 4 || field === 5) value = message.number();
    else if (field === 6) value = signed(message.number());
    else if (field === 7) value = message.number() > 0;
  });
  return value;
}

/**
 * The paths of a geometry: each starts at a point of its own.
 * @param {number[]} commands
 * @param {number} extent steps on a side of the tile
 * @returns {TilePoint[][]} in sides of the tile
 */
function readPaths(commands, extent) {
  /** @type {TilePoint[][]} */
  const paths = [];
  let [x, y, at] = [0, 0, 0];
  while (at < commands.length) {
    const [command, count] = [commands[at] % 8, Math.floor(commands[at] / 8)];
    at += 1;
    const path = paths.at(-1);
    if (command === 7) {
      if (path?.length) path.push(path[0]);
      continue;
    }
    if (count * 2 > commands.length - at) throw new RangeError('a shape that ends early');
    for (let i = 0; i < count; i++, at += 2) {
      x += signed(commands[at]);
      y += signed(commands[at + 1]);
      if (command === 1) paths.push([[x / extent, y / extent]]);
      else paths.at(-1)?.push([x / extent, y / extent]);
    }
  }
  return paths;
}

/** Twice the area of a ring, positive clockwise on screen. @param {TilePoint[]} ring */
const twiceArea = ring =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Rings as areas: a hole follows its outline, the other way round. @param {TilePoint[][]} rings */
function joinRings(rings) {
  /** @type {TilePoint[][][]} */
  const areas = [];
  for (const ring of rings.filter(({length}) => length > 3)) {
    if (twiceArea(ring) > 0 || !areas.length) areas.push([ring]);
    else areas[areas.length - 1].push(ring);
  }
  return areas;
}

/**
 * @param {number} type
 * @param {TilePoint[][]} paths
 * @returns {TileFeature['geometry']}
 */
function buildGeometry(type, paths) {
  if (type === 1) return {type: 'Point', coordinates: paths[0]?.[0] ?? []};
  if (type === 2) return {type: 'MultiLineString', coordinates: paths.filter(p => p.length > 1)};
  return {type: 'MultiPolygon', coordinates: joinRings(paths)};
}

/**
 * The features of a tile, each with the name of its layer among its properties.
 * @param {ArrayBuffer} content
 * @returns {TileFeature[]}
 * @throws {RangeError} if it is not a vector tile, or has more than a browser can draw
 */
export function readVectorTile(content) {
  /** @type {TileFeature[]} */
  const features = [];
  let positions = 0;
  const tile = new Message(new DataView(content));
  tile.fields(field => {
    if (field !== 3) return;
    const layer = new Message(tile.part());
    let [name, extent] = ['', 4096];
    /** @type {string[]} */
    const keys = [];
    /** @type {Value[]} */
    const values = [];
    /** @type {DataView[]} */
    const parts = [];
    layer.fields(part => {
      if (part === 1) name = layer.text();
      else if (part === 2) parts.push(layer.part());
      else if (part === 3) keys.push(layer.text());
      else if (part === 4) values.push(readValue(layer.part()));
      else if (part === 5) extent = layer.number() || extent;
    });
    for (const part of parts) {
      const feature = readFeature(part, keys, values, extent);
      positions += feature.positions;
      if (features.length >= MOST_FEATURES || positions > MOST_POSITIONS) {
        throw new RangeError('too much for one tile');
      }
      feature.properties.layerName = name;
      features.push(feature);
    }
  });
  return features;
}

/**
 * @param {DataView} part
 * @param {string[]} keys
 * @param {Value[]} values
 * @param {number} extent
 */
function readFeature(part, keys, values, extent) {
  const message = new Message(part);
  /** @type {Record<string, Value>} */
  const properties = Object.create(null);
  /** @type {number[]} */
  let commands = [];
  let type = 0;
  message.fields(field => {
    if (field === 2) {
      const tags = readNumbers(message.part());
      for (let i = 0; i + 1 < tags.length; i += 2) properties[keys[tags[i]]] = values[tags[i + 1]];
    } else if (field === 3) type = message.number();
    else if (field === 4) commands = readNumbers(message.part());
  });
  const geometry = buildGeometry(type, readPaths(commands, extent));
  return {properties, geometry, positions: commands.length / 2};
}
