import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fetchJson, provideJson} from '../../geo/drawing/browser/fetch_json.js';
import {unpackContent} from '../../geo/drawing/browser/row_columns.js';

// All that fetching needs of a page.
Object.assign(globalThis, {document: {baseURI: 'http://localhost/'}});

const packed = {
  length: 3,
  columns: {
    id: ['a', 'b', 'c'],
    group: {words: ['coast', '{"words"}'], codes: [0, 1, 0]},
    lon: [1.5, null, 0],
  },
};
const rows = [
  {id: 'a', group: 'coast', lon: 1.5},
  {id: 'b', group: '{"words"}', lon: null},
  {id: 'c', group: 'coast', lon: 0},
];

test('columns become rows with their members in order', () => {
  const made = /** @type {object[]} */ (unpackContent(packed));
  assert.deepEqual(made, rows);
  assert.deepEqual(Object.keys(made[0]), Object.keys(rows[0]));
});

test('no columns of rows are no rows', () => {
  assert.deepEqual(unpackContent({length: 0, columns: {id: [], group: []}}), []);
});

test('what is no table stays as it is', () => {
  for (const content of [null, 'text', [1], {layers: []}]) {
    assert.equal(unpackContent(content), content);
  }
});

test('all who ask for an address receive the same rows', async () => {
  provideJson('packed.json', packed);
  const [one, other] = await Promise.all([fetchJson('packed.json'), fetchJson('packed.json')]);
  assert.deepEqual(one, rows);
  assert.equal(one, other);
});
