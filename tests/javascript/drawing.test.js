import assert from 'node:assert/strict';
import {test} from 'node:test';
import {barPaths} from '../../geo/drawing/browser/bars.js';
import {atItsZoom, isBase, buildSegments} from '../../geo/drawing/browser/deck_spec.js';
import {cssColour} from '../../geo/drawing/browser/dom.js';
import {countByBin} from '../../geo/drawing/browser/histogram.js';
import {allowedZoom, cameraTriple, roundCamera} from '../../geo/drawing/browser/map_camera.js';
import {metresPerPixel, roundLength} from '../../geo/drawing/browser/scale_bar.js';
import {placeBeside} from '../../geo/drawing/browser/tooltip.js';
import {EventRows} from '../../geo/drawing/browser/event_rows.js';
import {fillTemplate} from '../../geo/drawing/browser/words.js';
import {eventRow, tableOf} from './examples.js';

test('a scale bar has the longest round length that fits', () => {
  const cases = [
    [1, 1],
    [1.99, 1],
    [2, 2],
    [4999, 2000],
    [5000, 5000],
    [99_999, 50_000],
    [0.3, 0.2],
  ];
  for (const [metres, wanted] of cases) {
    assert.ok(Math.abs(roundLength(metres) - wanted) < 1e-9, `${metres}: ${roundLength(metres)}`);
  }
});

test('a pixel at the equator is the 512th part of its circumference', () => {
  assert.ok(Math.abs(metresPerPixel(0, 0) * 512 - 40_075_016.686) < 0.001);
  assert.equal(metresPerPixel(0, 1) * 2, metresPerPixel(0, 0));
});

test('a degree of longitude at 60 degrees north is 55.8 km on the ellipsoid', () => {
  const pixelsOfDegree = (512 * 2 ** 5) / 360;
  assert.ok(Math.abs(metresPerPixel(60, 5) * pixelsOfDegree - 55_800) < 1);
});

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

test('events are counted by bin and group, what lies before the domain where it enters', () => {
  const rows = [
    eventRow({id: 'early', t0: -5, t1: 3, group: 'a'}),
    eventRow({id: 'first', t0: 0, t1: 1, group: 'b'}),
    eventRow({id: 'second', t0: 10, t1: 11, group: 'a'}),
    eventRow({id: 'other', t0: 19, t1: 20, group: null}),
    eventRow({id: 'after', t0: 20, t1: 21, group: 'a'}),
  ];
  const events = new EventRows(tableOf(rows), 'utc');
  const groups = [{id: 'a'}, {id: 'b'}];
  assert.deepEqual(countByBin(events, [0, 20], 10, groups, 'group'), [
    [1, 1, 0],
    [1, 0, 1],
  ]);
});

test('bars start at the baseline, as high as the square root of their count', () => {
  const paths = barPaths(
    [
      [1, 3],
      [0, 0],
      [1, 0],
    ],
    4,
    30,
    10,
    1 / 3,
  );
  // 4 events fill the height, a quarter of it the first group; one event fills half of the height.
  assert.deepEqual(paths, [
    'M0.00 10.00V7.50H9.00v2.50ZM20.00 10.00V5.00H29.00v5.00Z',
    'M0.00 7.50V0.00H9.00v7.50Z',
  ]);
});

test('a card appears beside the pointer where there is room, and never outside', () => {
  assert.equal(placeBeside(100, 50, 500), 114);
  assert.equal(placeBeside(480, 50, 500), 416);
  assert.equal(placeBeside(20, 90, 100), 4);
});

test('cameras keep the digits of a link', () => {
  const camera = {longitude: 12.345678, latitude: -45.678912, zoom: 6.789};
  assert.deepEqual(roundCamera(camera), [12.3457, -45.6789, 6.79]);
  assert.deepEqual(cameraTriple(camera), [12.345678, -45.678912, 6.789]);
  assert.equal(cameraTriple(null), null);
  assert.deepEqual([0, 5, 20].map(allowedZoom), [1.5, 5, 16]);
});

test('colours are words or the three numbers of pydeck', () => {
  assert.equal(cssColour('currentColor'), 'currentColor');
  assert.equal(cssColour([1, 2, 3, 128]), 'rgb(1 2 3)');
});

test('slots of a sentence are filled, unknown ones stay', () => {
  assert.equal(fillTemplate('{shown} of {total}', {shown: 0, total: '1,000'}), '0 of 1,000');
  assert.equal(fillTemplate('until {moment}', {}), 'until {moment}');
});

test('an event is drawn as far as it passes the filters, and never without a place', () => {
  const rows = ['definite', 'possible', 'failed', 'nowhere'].map(id =>
    eventRow({id, lon: id === 'nowhere' ? null : 0}),
  );
  const events = new EventRows(tableOf(rows), 'utc');
  events.setFiltered(Uint32Array.of(0, 0, 4, 0), Uint8Array.of(0, 1, 0, 0));
  assert.deepEqual(
    rows.map((_, i) => events.strengthOnMap(i)),
    [2, 1, 0, 0],
  );
  assert.equal(events.count([0, 1]).shown, 3);
});
