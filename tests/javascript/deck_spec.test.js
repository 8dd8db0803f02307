import assert from 'node:assert/strict';
import {test} from 'node:test';
import {atItsZoom, isBase, buildSegments} from '../../geo/drawing/browser/deck_spec.js';

/** @param {string} type @param {unknown} coordinates */
const collection = (type, coordinates) => ({features: [{geometry: {type, coordinates}}]});

/** @param {ReturnType<typeof buildSegments>} segments */
const ends = ({attributes: {getSourcePosition, getTargetPosition}}) => [
  [...getSourcePosition.value],
  [...getTargetPosition.value],
];

test('a line of three points is two segments', () => {
  const line = [
    [0, 0],
    [1, 0],
    [1, 2],
  ];
  const segments = buildSegments(collection('LineString', line));
  assert.equal(segments.length, 2);
  assert.deepEqual(ends(segments), [
    [0, 0, 1, 0],
    [1, 0, 1, 2],
  ]);
});

test('lines of a collection do not join', () => {
  const lines = [
    [
      [0, 0],
      [1, 1],
    ],
    [
      [5, 5],
      [6, 6],
    ],
  ];
  assert.deepEqual(ends(buildSegments(collection('MultiLineString', lines))), [
    [0, 0, 5, 5],
    [1, 1, 6, 6],
  ]);
});

test('areas alone are drawn by their rings, beside lines not at all', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [0, 1],
    [0, 0],
  ];
  assert.equal(buildSegments(collection('Polygon', [ring])).length, 3);
  assert.equal(buildSegments(collection('MultiPolygon', [[ring], [ring, ring]])).length, 9);
  const both = [
    ...collection('Polygon', [ring]).features,
    ...collection('LineString', [
      [0, 0],
      [1, 1],
    ]).features,
  ];
  assert.equal(buildSegments({features: both}).length, 1);
});

test('no geometry gives no segment', () => {
  assert.equal(buildSegments({features: []}).length, 0);
  assert.equal(buildSegments({features: [{geometry: null}]}).length, 0);
  assert.equal(buildSegments(collection('LineString', [])).length, 0);
});

test('a layer is drawn from its first zoom up to its last, that not included', () => {
  const layer = {props: {id: 'near', minZoom: 7, maxZoom: 9}};
  const drawn = [6.99, 7, 8.99, 9].map(zoom => atItsZoom({layer, viewport: {zoom}}));
  assert.deepEqual(drawn, [false, true, true, false]);
  assert.ok(atItsZoom({layer: {props: {id: 'always'}}, viewport: {zoom: 1}}));
});

test('a layer belongs to the base by its name', () => {
  assert.ok(isBase({id: 'base-land'}));
  assert.ok(!isBase({id: 'events-base'}));
});
