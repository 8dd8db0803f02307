// What is new or changed since a moment, and what was on record at one.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Facets} from '../../geo/drawing/browser/facets.js';
import {readKnown} from '../../geo/drawing/browser/known_box.js';
import {changedSince, listDays, markSince} from '../../geo/drawing/browser/since.js';
import {fourEvents} from './examples.js';

const facets = new Facets(fourEvents(), 4);
const ROWS = [0, 1, 2, 3];

test('since a version, what differs from it or from a later one has changed', () => {
  const since = (/** @type {string} */ moment) => ROWS.filter(changedSince(facets, moment));
  assert.deepEqual(since('0123456789ab'), [1, 2, 3]);
  assert.deepEqual(since('123456789abc'), [2, 3]);
  assert.deepEqual(since('3456789abcde'), []);
  assert.deepEqual(since('ffffffffffff'), []);
});

test('since a day, what became as it is on that day or after it has changed', () => {
  const since = (/** @type {string} */ moment) => ROWS.filter(changedSince(facets, moment));
  assert.deepEqual(since('2023-05-31'), [0, 1, 2, 3]);
  assert.deepEqual(since('2023-06-02'), [1, 2, 3]);
  assert.deepEqual(since('2023-06-03'), [1, 2, 3]);
  assert.deepEqual(since('2023-06-04'), [3]);
  assert.deepEqual(since('2023-06-10'), []);
});

test('a list tells new events from changed ones', () => {
  assert.deepEqual(ROWS.map(markSince(facets, '0123456789ab')), [null, 'new', 'changed', 'new']);
  assert.deepEqual(ROWS.map(markSince(facets, '23456789abcd')), [null, null, null, 'changed']);
});

test('without versions nothing is known to have changed', () => {
  const bare = {versions: [], changed: [-1], added: [-1]};
  assert.equal(changedSince(bare, '2000-01-01')(0), false);
  assert.deepEqual(listDays([]), []);
});

test('the days of change are offered once each, the latest first, without the first', () => {
  assert.deepEqual(listDays(facets.versions), ['2023-06-09', '2023-06-03']);
});

test('a day on which something was known counts whole', () => {
  assert.equal(readKnown('2023-05-03'), Date.UTC(2023, 4, 4));
  assert.equal(readKnown('2023-05-03T12:30'), Date.UTC(2023, 4, 3, 12, 30));
});

test('what was first reported later was not known', () => {
  const kept = (/** @type {string} */ text) => {
    const {failed} = facets.judge(`known=${text}`, null);
    return ROWS.filter(i => !failed[i]);
  };
  assert.deepEqual(kept('2023-05-03T12:00'), [0]);
  assert.deepEqual(kept('2023-05-03T11:59'), []);
  assert.deepEqual(kept('2023-05-03'), [0, 1]);
  assert.deepEqual(kept('2099-01-01'), [0, 1, 2]);
});
