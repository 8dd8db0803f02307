import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  placeInTile,
  readNames,
  sortFeatures,
} from '../../../../geo/drawing/browser/map/tiles/tile_layer.js';
import {readVectorTile} from '../../../../geo/drawing/browser/map/tiles/vector_tile.js';

// Written by hand after the specification: a field is its number and type, then its content.

/** @param {number} value @returns {number[]} */
const varint = value =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
/** @param {number} field @param {number[]} bytes */
const part = (field, bytes) => [field * 8 + 2, ...varint(bytes.length), ...bytes];
/** @param {number} field @param {string} text */
const text = (field, text) => part(field, [...new TextEncoder().encode(text)]);
/** @param {number} value */
const zigzag = value => varint(value < 0 ? -2 * value - 1 : 2 * value);

/**
 * @param {string} name
 * @param {{type: number, geometry: number[], tags?: number[]}[]} features
 * @param {string[]} keys
 * @param {string[]} values
 */
function layer(name, features, keys = [], values = []) {
  return part(3, [
    ...text(1, name),
    ...features.flatMap(({type, geometry, tags = []}) =>
      part(2, [...part(2, tags.flatMap(varint)), 3 * 8, type, ...part(4, geometry)]),
    ),
    ...keys.flatMap(key => text(3, key)),
    ...values.flatMap(value => part(4, text(1, value))),
    ...[5 * 8, ...varint(4096)],
  ]);
}

/** @param {number[]} bytes */
const read = bytes => readVectorTile(new Uint8Array(bytes).buffer);

const SQUARE = [
  ...[9, ...zigzag(0), ...zigzag(0)],
  ...[
    26,
    ...zigzag(2048),
    ...zigzag(0),
    ...zigzag(0),
    ...zigzag(2048),
    ...zigzag(-2048),
    ...zigzag(0),
  ],
  15,
];
const HOLE = [
  ...[9, ...zigzag(512), ...zigzag(-1536)],
  ...[
    26,
    ...zigzag(0),
    ...zigzag(512),
    ...zigzag(512),
    ...zigzag(0),
    ...zigzag(0),
    ...zigzag(-512),
  ],
  15,
];
const LINE = [9, ...zigzag(0), ...zigzag(0), 10, ...zigzag(4096), ...zigzag(4096)];
const MIDDLE = [9, ...zigzag(2048), ...zigzag(2048)];

test('an empty tile has no features', () => {
  assert.deepEqual(read([]), []);
});

test('a line is read in sides of the tile, with its properties', () => {
  const [road] = read(
    layer('roads', [{type: 2, geometry: LINE, tags: [0, 0]}], ['kind'], ['highway']),
  );
  assert.deepEqual({...road.properties}, {kind: 'highway', layerName: 'roads'});
  assert.deepEqual(road.geometry, {
    type: 'MultiLineString',
    coordinates: [[[0, 0], [1, 1]]], // prettier-ignore
  });
});

test('a hole belongs to the area around it', () => {
  const [{geometry}] = read(layer('water', [{type: 3, geometry: [...SQUARE, ...HOLE]}]));
  const [area, ...others] = geometry.coordinates;
  assert.equal(others.length, 0);
  assert.equal(/** @type {unknown[]} */ (area).length, 2);
});

test('a name is read in the language of the page, and lies where its tile does', () => {
  const names = layer(
    'places',
    [{type: 1, geometry: MIDDLE, tags: [0, 0, 1, 1, 2, 2]}],
    ['name', 'name:en', 'kind'],
    ['Гавань', 'Harbour', 'locality'],
  );
  const tile = {index: {z: 1, x: 1, y: 0}, content: read(names)};
  const [name] = readNames([tile], 'en-GB');
  assert.equal(name.text, 'Harbour');
  assert.equal(name.lon, 90);
  assert.ok(Math.abs(name.lat - 66.51326) < 1e-4);
  assert.equal(readNames([tile], 'uk')[0].text, 'Гавань');
});

test('the corners of the world are those of Web Mercator', () => {
  const {lon, lat} = placeInTile({z: 0, x: 0, y: 0}, 0, 0);
  assert.equal(lon, -180);
  assert.ok(Math.abs(lat - 85.0511287798) < 1e-9);
});

test('what is drawn of a tile is sorted from below, and borders are left out', () => {
  const {areas, lines} = sortFeatures([
    ...read(layer('buildings', [{type: 3, geometry: SQUARE}])),
    ...read(layer('water', [{type: 3, geometry: SQUARE}])),
    ...read(layer('boundaries', [{type: 2, geometry: LINE}])),
    ...read(layer('rail', [{type: 2, geometry: LINE}])),
  ]);
  assert.deepEqual(
    areas.map(({colour}) => colour),
    ['water', 'building'],
  );
  assert.deepEqual(
    lines.map(({colour}) => colour),
    ['rail'],
  );
});

for (const [name, bytes] of Object.entries({
  'a number without end': Array.from({length: 20}, () => 255),
  'a part that is longer than the tile': [26, 255, 255, 255, 255, 15],
  'a shape that ends early': layer('rail', [{type: 2, geometry: [250, 1]}]),
  'a field of no known type': [15],
})) {
  test(`${name} is refused`, () => {
    assert.throws(() => read(bytes), RangeError);
  });
}

test('any bytes are read or refused, and end', () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647);
  const good = layer('water', [{type: 3, geometry: [...SQUARE, ...HOLE]}], ['kind'], ['lake']);
  for (let i = 0; i < 3000; i++) {
    const bytes = [...good];
    for (let n = random() % 4; n >= 0; n--) bytes[random() % bytes.length] = random() % 256;
    try {
      assert.ok(Array.isArray(read(bytes)));
    } catch (error) {
      assert.ok(error instanceof RangeError, String(error));
    }
  }
});
