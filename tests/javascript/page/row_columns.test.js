import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fetchJson, provideJson} from '../../../geo/drawing/browser/page/fetch_json.js';
import {RowTable, decodeContent} from '../../../geo/drawing/browser/page/row_columns.js';

// All that fetching needs of a page.
Object.assign(globalThis, {document: {baseURI: 'http://localhost/'}});

const encoded = {
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

test('a table gives its rows with their members in order', () => {
  const table = /** @type {RowTable<object>} */ (decodeContent(encoded));
  assert.deepEqual(table.rows, rows);
  assert.deepEqual(table.row(1), rows[1]);
  assert.deepEqual(Object.keys(table.row(0)), Object.keys(rows[0]));
});

test('no columns give no rows', () => {
  const table = new RowTable({length: 0, columns: {id: [], group: []}});
  assert.deepEqual(table.rows, []);
  assert.deepEqual([...table.numbers('id')], []);
  assert.deepEqual(table.words('group').words, []);
});

test('a number that is not known, or of no column, is none', () => {
  const table = new RowTable(encoded);
  assert.deepEqual([...table.numbers('lon')], [1.5, NaN, 0]);
  assert.deepEqual([...table.numbers('lat')], [NaN, NaN, NaN]);
});

test('yes and no are numbers too', () => {
  const table = new RowTable({length: 2, columns: {pin: [true, false]}});
  assert.deepEqual([...table.numbers('pin')], [1, 0]);
});

test('words are numbered, whether they came so or not', () => {
  const table = new RowTable({
    length: 3,
    columns: {sent: {words: ['a', 'b'], codes: [1, 0, 1]}, plain: ['x', null, 'x']},
  });
  const named = (/** @type {string} */ name) => {
    const {words, codes} = table.words(name);
    return [...codes].map(code => words[code]);
  };
  assert.deepEqual(named('sent'), ['b', 'a', 'b']);
  assert.deepEqual(named('plain'), ['x', undefined, 'x']);
  assert.deepEqual(named('lacking'), [undefined, undefined, undefined]);
});

test('anything but a table stays as it is', () => {
  for (const content of [null, 'text', [1], {layers: []}]) {
    assert.equal(decodeContent(content), content);
  }
});

test('all who ask for an address receive the same table', async () => {
  provideJson('encoded.json', encoded);
  const [one, other] = await Promise.all([fetchJson('encoded.json'), fetchJson('encoded.json')]);
  assert.deepEqual(/** @type {RowTable<object>} */ (one).rows, rows);
  assert.equal(one, other);
});

test('a value is found in its first row, whether its column is numbered or not', () => {
  const table = new RowTable(encoded);
  assert.deepEqual(
    [table.find('id', 'b'), table.find('group', '{"words"}'), table.find('group', 'coast')],
    [1, 1, 0],
  );
  assert.deepEqual(
    [table.find('id', 'd'), table.find('group', 'd'), table.find('lat', 1)],
    [-1, -1, -1],
  );
});
