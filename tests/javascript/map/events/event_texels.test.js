import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventRows} from '../../../../geo/drawing/browser/page/event_rows.js';
import {
  fillIntervals,
  fillPaints,
  fillPlaces,
  fillShapes,
  fillStrengths,
  findFirstPin,
  countTexelRows,
  TEXELS_PER_ROW,
  splitMoment,
} from '../../../../geo/drawing/browser/map/events/event_texels.js';
import {eventRow, tableOf} from '../../examples.js';

const MARKS = {markCells: {verified: 0, unverified: 1, disputed: 2}};
const COLOURS = {
  colourField: 'group',
  colours: {north: [1, 2, 3], __proto__: [9, 9, 9]},
  otherColour: [7, 7, 7],
  discFills: {verified: 60, unverified: 24},
};

/** @param {Record<string, unknown>[]} rows */
const eventsOf = (...rows) =>
  new EventRows(
    tableOf(rows.map(row => ({...eventRow({}), pin: true, dx: 0, dy: 0, ...row}))),
    'utc',
  );

/** @param {ArrayLike<number>} texels @param {number} event */
const texel = (texels, event) => [...Array.from(texels).slice(4 * event, 4 * event + 4)];

test('a moment is split into numbers that a float32 holds exactly', () => {
  for (const ms of [0, -1, Date.UTC(2031, 4, 2, 23, 59, 59, 999), Date.UTC(-200, 0), 2 ** 45]) {
    const [block, rest] = splitMoment(ms);
    assert.deepEqual([Math.fround(block), Math.fround(rest)], [block, rest]);
    assert.equal(block * 4_194_304 + rest, ms);
  }
});

test('a texture has whole rows, and one without events', () => {
  assert.deepEqual([0, 1, TEXELS_PER_ROW, TEXELS_PER_ROW + 1].map(countTexelRows), [1, 1, 1, 2]);
  assert.equal(fillPlaces(eventsOf()).length, 4 * TEXELS_PER_ROW);
});

test('a place is whole in two numbers of 32 bits', () => {
  const events = eventsOf({}, {lon: 37.617499, lat: -0.1});
  const [lon, lat, lowLon, lowLat] = texel(fillPlaces(events), 1);
  assert.ok(Math.abs(lon + lowLon - 37.617499) < 1e-12);
  assert.ok(Math.abs(lat + lowLat + 0.1) < 1e-12);
});

test('a pin has the mark of its verification, that of an unverified event for another word', () => {
  const words = ['verified', 'disputed', 'constructor', ''];
  const shapes = fillShapes(eventsOf(...words.map(verification => ({verification}))), MARKS);
  assert.deepEqual(
    words.map((_, i) => texel(shapes, i)[3]),
    [0, 2, 1, 1],
  );
});

test('a vague place has its radius, as wide as the map is drawn there, and no mark', () => {
  // A degree of longitude on WGS 84 by latitude, in km; the whole world is 512 px.
  for (const [lat, degreeKm] of [
    [0, 111.32],
    [60, 55.8],
    [-60, 55.8],
  ]) {
    const [radius, ...rest] = texel(fillShapes(eventsOf({pin: false, r: 80_000, lat}), MARKS), 0);
    assert.ok(Math.abs(radius / (((80 / degreeKm) * 512) / 360) - 1) < 1e-4, `${lat}: ${radius}`);
    assert.deepEqual(rest, [0, 0, -1]);
  }
});

test('pins at one spot are moved apart', () => {
  assert.deepEqual(texel(fillShapes(eventsOf({dx: -7.5, dy: 3}), MARKS), 0).slice(1, 3), [-7.5, 3]);
});

test('a disc has the colour of its group, and is the stronger the more is verified', () => {
  const events = eventsOf(
    {pin: false, group: 'north'},
    {pin: false, group: 'north', verification: 'unverified'},
    {pin: false, group: 'constructor', verification: 'rumoured'},
    {pin: false, group: null},
  );
  const paints = fillPaints(events, COLOURS);
  assert.deepEqual(
    [0, 1, 2, 3].map(i => texel(paints, i)),
    [
      [1, 2, 3, 60],
      [1, 2, 3, 24],
      [7, 7, 7, 24],
      [7, 7, 7, 60],
    ],
  );
});

test('a disc below a pin has no fill', () => {
  assert.equal(texel(fillPaints(eventsOf({group: 'north'}), COLOURS), 0)[3], 0);
});

test('an interval is exact to the millisecond', () => {
  const [t0, t1] = [Date.UTC(1500, 0, 1, 0, 0, 0, 1), Date.UTC(2999, 11, 31, 23, 59, 59, 999)];
  const [block, rest, endBlock, endRest] = texel(fillIntervals(eventsOf({t0, t1})), 0);
  assert.deepEqual([block * 2 ** 22 + rest, endBlock * 2 ** 22 + endRest], [t0, t1]);
});

test('what fails a filter, or has no place, is not drawn; what is only possible is weaker', () => {
  const events = eventsOf({}, {}, {}, {lon: null});
  events.setFiltered(Uint32Array.of(0, 0, 4, 0), Uint8Array.of(0, 1, 0, 0));
  assert.deepEqual([...fillStrengths(events).slice(0, 4)], [2, 1, 0, 0]);
});

test('marks are counted from the first pin', () => {
  assert.equal(findFirstPin(eventsOf()), 0);
  assert.equal(findFirstPin(eventsOf({pin: false})), 1);
  assert.equal(findFirstPin(eventsOf({pin: false}, {pin: true}, {pin: false})), 1);
});
