import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventRows} from '../../../geo/drawing/browser/page/event_rows.js';
import {countOutside, isMisleading} from '../../../geo/drawing/browser/map/events_outside.js';
import {eventRow, tableOf} from '../examples.js';
/** @import {EventRow} from '../../../geo/drawing/browser/types/events.js' */

/** @typedef {[west: number, south: number, east: number, north: number]} Box */

/** @param {Partial<EventRow>[]} rows @param {Box} box */
function count(rows, box, failed = rows.map(() => 0)) {
  const events = new EventRows(tableOf(rows.map(row => eventRow({r: 0, ...row}))), 'utc');
  events.setFiltered(Uint32Array.from(failed), new Uint8Array(rows.length));
  return countOutside({events, window: [0, 10]}, box);
}
const BOX = /** @type {Box} */ ([0, 0, 10, 10]);

test('nothing is outside where nothing is found, or none is here yet', () => {
  assert.deepEqual(count([], BOX), {found: 0, outside: 0, isWhole: true});
  const none = countOutside({events: null, window: [0, 1]}, BOX);
  assert.deepEqual(none, {found: 0, outside: 0, isWhole: true});
});

test('events beside the map are counted, those without a place are on no map', () => {
  const rows = [
    {lon: 5, lat: 5},
    {lon: 5, lat: 5},
    {lon: 11, lat: 5},
    {lon: 5, lat: -1},
    {lon: null, lat: null},
  ];
  assert.deepEqual(count(rows, BOX), {found: 4, outside: 2, isWhole: true});
});

test('what a filter or the dates leave out is not found', () => {
  const rows = [{lon: 50}, {lon: 5}, {lon: 5, t0: 20, t1: 21}];
  assert.deepEqual(count(rows, BOX, [4, 0, 0]), {found: 1, outside: 0, isWhole: false});
});

test('a circle that reaches into the map is shown', () => {
  // A degree is about 111 km; at 60 north one of longitude is half of that.
  assert.equal(count([{lon: 5, lat: 11, r: 120_000}], BOX).outside, 0);
  assert.equal(count([{lon: 5, lat: 11, r: 100_000}], BOX).outside, 1);
  assert.equal(count([{lon: 11.9, lat: 60, r: 120_000}], [0, 50, 10, 70]).outside, 0);
});

test('places on both sides of 180 degrees are shown by a map across it', () => {
  const rows = [
    {lon: 179, lat: 0},
    {lon: -179, lat: 0},
    {lon: 0, lat: 0},
  ];
  assert.equal(count(rows, [170, -5, 190, 5]).outside, 1);
  assert.equal(count(rows, [-190, -5, -170, 5]).outside, 1);
});

test('a pole is not a place outside a map that reaches it', () => {
  assert.equal(count([{lon: 0, lat: 90, r: 1_000_000}], [-180, 60, 180, 85]).outside, 0);
});

test('a map is misleading that shows nothing of what is found, or a part of what was asked', () => {
  const free = {isMoved: false, isFitted: false};
  const moved = {isMoved: true, isFitted: false};
  const fitted = {isMoved: false, isFitted: true};
  const none = {found: 0, outside: 0, isWhole: false};
  const all = {found: 8, outside: 8, isWhole: true};
  const some = {found: 8, outside: 7, isWhole: false};
  const someOfWhole = {found: 8, outside: 7, isWhole: true};
  assert.deepEqual(
    [none, all, some, someOfWhole].map(one => isMisleading(one, moved, false)),
    [false, true, true, false],
  );
  assert.ok(isMisleading(some, free, false), 'the link has a camera');
  assert.ok(!isMisleading(some, free, true), 'a step of a story has been aimed');
  assert.ok(isMisleading(some, moved, true), 'and then moved');
  assert.ok(!isMisleading(all, fitted, false));
});
