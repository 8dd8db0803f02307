// What is new or changed since a moment, and what was on record at one.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Facets} from '../../../geo/drawing/browser/filters/facets.js';
import {readKnown} from '../../../geo/drawing/browser/filters/known_box.js';
import {
  changedSince,
  listDays,
  listRevisions,
  nameChange,
  splitAsked,
} from '../../../geo/drawing/browser/filters/since.js';
import {fourEvents} from '../examples.js';

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

test('new, changed and reworded events are kept apart', () => {
  const names = (/** @type {string} */ moment) => ROWS.map(nameChange(facets, moment));
  assert.deepEqual(names('0123456789ab'), ['reworded', 'new', 'changed', 'new']);
  assert.deepEqual(names('123456789abc'), ['reworded', null, 'changed', 'new']);
  assert.deepEqual(names('23456789abcd'), [null, null, 'reworded', 'changed']);
  assert.deepEqual(names('2023-06-09'), [null, null, 'reworded', 'changed']);
  // Since before the record, all of it is new.
  assert.deepEqual(names('2023-05-31'), ['new', 'new', 'new', 'new']);
});

test('a link may ask for one kind of change alone', () => {
  const since = (/** @type {string} */ asked) => ROWS.filter(changedSince(facets, asked));
  assert.deepEqual(since('new-0123456789ab'), [1, 3]);
  assert.deepEqual(since('changed-0123456789ab'), [2]);
  assert.deepEqual(since('reworded-0123456789ab'), [0]);
  assert.deepEqual(since('reworded-2023-06-09'), [2]);
  assert.deepEqual(splitAsked('new-2023-05-03'), {kind: 'new', moment: '2023-05-03'});
  assert.deepEqual(splitAsked('0123456789ab'), {kind: '', moment: '0123456789ab'});
});

test('without versions nothing is known to have changed', () => {
  const bare = {versions: [], changed: [-1], added: [-1], edited: [-1]};
  assert.equal(changedSince(bare, '2000-01-01')(0), false);
  assert.deepEqual(listDays([]), []);
  assert.deepEqual(listRevisions([]), []);
});

test('revisions are offered as far back as there are any', () => {
  assert.deepEqual(listRevisions(facets.versions), [
    {id: '23456789abcd', back: 1},
    {id: '0123456789ab', back: 3},
  ]);
  assert.deepEqual(listRevisions(facets.versions.slice(0, 1)), []);
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
