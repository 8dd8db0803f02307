import assert from 'node:assert/strict';
import {test} from 'node:test';
import {buildSegments} from '../../../../geo/drawing/browser/map/base/base_data.js';

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
