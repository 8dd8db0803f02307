import assert from 'node:assert/strict';
import {test} from 'node:test';
import {boundPlaces, findBounds} from '../../../../geo/drawing/browser/map/camera/found_bounds.js';
import {eventRow, tableOf} from '../../examples.js';
/** @import {EventRow, MapStyle} from '../../../../geo/drawing/browser/types/events.js' */

/** @type {(lon: number | null, lat: number | null, r?: number) => EventRow} */
const at = (lon, lat, r = 0) => eventRow({lon, lat, r});

/** @param {EventRow[]} rows */
const boxOf = (...rows) => boundPlaces(tableOf(rows)) ?? assert.fail('no box');

test('no place gives no box', () => {
  assert.equal(boundPlaces(tableOf([])), null);
  assert.equal(boundPlaces(tableOf([at(null, null)])), null);
});

test('one place lies in the middle of its box', () => {
  const [west, south, east, north] = boxOf(at(10, 50));
  assert.ok(west < 10 && 10 < east && south < 50 && 50 < north);
  assert.ok(Math.abs((west + east) / 2 - 10) < 1e-9);
});

test('places on both sides of 180 degrees lie in a narrow box across it', () => {
  const [west, , east] = boxOf(at(179, -17), at(-179, -18));
  assert.ok(west > 170 && east < -170);
});

test('a wide circle of uncertainty lies inside the box', () => {
  const [, south, , north] = boxOf(at(0, 0, 221_148));
  assert.ok(south <= -2 && north >= 2);
});

test('a box at a pole ends where the map does', () => {
  assert.equal(boxOf(at(0, 90))[3], 85);
});

test('the whole is shown where nothing is left out, and where nothing is found', () => {
  const table = tableOf([at(10, 50), at(20, 60)]);
  /** @type {Pick<MapStyle, 'bounds'>} */
  const whole = {bounds: [0, 0, 90, 90]};
  const events = {table, total: 2, failed: Uint32Array.of(0, 0)};
  assert.equal(findBounds({events: null}, whole), whole.bounds);
  assert.equal(findBounds({events}, whole), whole.bounds);
  assert.equal(
    findBounds({events: {table, total: 0, failed: Uint32Array.of(1, 1)}}, whole),
    whole.bounds,
  );
  const [west, , east] = findBounds(
    {events: {table, total: 1, failed: Uint32Array.of(1, 0)}},
    whole,
  );
  assert.ok(west > 10 && east < 22);
});
