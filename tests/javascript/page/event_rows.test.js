import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventRows, decodeMask} from '../../../geo/drawing/browser/page/event_rows.js';
import {eventRow, tableOf} from '../examples.js';

/** Of the first event. @param {EventRows} events */
const intervalOf = ({starts, ends}) => [starts[0], ends[0]];

/** @param {EventRows} events @param {number} row @param {[number, number]} window */
function lie(events, row, window) {
  if (!events.isInside(row, window)) return 'outside';
  return events.isPossible(row, window) ? 'possible' : 'definite';
}

test('an interval is read on the clock that was chosen', () => {
  const table = tableOf([eventRow({t0: 100, t1: 200, l0: 1100, l1: 1200})]);
  assert.deepEqual(intervalOf(new EventRows(table, 'utc')), [100, 200]);
  assert.deepEqual(intervalOf(new EventRows(table, 'place')), [1100, 1200]);
});

test('an instant lasts one millisecond', () => {
  const table = tableOf([eventRow({t0: 100, t1: 100})]);
  assert.deepEqual(intervalOf(new EventRows(table, 'utc')), [100, 101]);
});

test('an event without a date lies everywhere, possibly', () => {
  const row = eventRow({t0: null, t1: null, l0: null, l1: null});
  const events = new EventRows(tableOf([row]), 'utc');
  const [start, end] = intervalOf(events);
  assert.ok(start < Date.UTC(1000, 0) && end > Date.UTC(3000, 0));
  assert.equal(lie(events, 0, [0, 1]), 'possible');
});

test('intervals and windows do not include their ends', () => {
  const cases = /** @type {const} */ ([
    [10, 20, 'definite'],
    [9, 20, 'possible'],
    [10, 21, 'possible'],
    [0, 30, 'possible'],
    [0, 10, 'outside'],
    [20, 30, 'outside'],
    [19, 20, 'definite'],
  ]);
  const events = new EventRows(tableOf(cases.map(([t0, t1]) => eventRow({t0, t1}))), 'utc');
  cases.forEach(([start, end, wanted], row) => {
    assert.equal(lie(events, row, [10, 20]), wanted, `${start} to ${end}`);
  });
});

test('an encoded mask is read from the highest bit', () => {
  assert.deepEqual([...decodeMask(btoa('\xA0\x80'), 9)], [1, 0, 1, 0, 0, 0, 0, 0, 1]);
  assert.deepEqual([...decodeMask('', 0)], []);
});

test('what fails a filter is not inside; what a filter doubts is possible', () => {
  const rows = [
    eventRow({id: 'sure', t0: 10, t1: 20}),
    eventRow({id: 'failed', t0: 10, t1: 20}),
    eventRow({id: 'doubtful', t0: 10, t1: 20}),
    eventRow({id: 'late', t0: 15, t1: 40}),
    eventRow({id: 'gone', t0: 40, t1: 50}),
  ];
  const events = new EventRows(tableOf(rows), 'utc');
  events.setFiltered(Uint32Array.of(0, 4, 0, 0, 0), Uint8Array.of(0, 0, 1, 0, 0));
  const inside = [...events.inside([0, 30])].map(({row, possible}) => [row.id, possible]);
  assert.deepEqual(inside, [
    ['sure', false],
    ['doubtful', true],
    ['late', true],
  ]);
  assert.deepEqual(events.count([0, 30]), {shown: 3, possible: 2, total: 4});
});

test('no rows are counted as none', () => {
  assert.deepEqual(new EventRows(tableOf([]), 'utc').count([0, 1]), {
    shown: 0,
    possible: 0,
    total: 0,
  });
});

test('rows are listed by their starts, those of one start as they are drawn', () => {
  const starts = [30, 10, 30, 20];
  const events = new EventRows(tableOf(starts.map(t0 => eventRow({t0, t1: t0 + 5}))), 'utc');
  const oldest = events.orderByStart(false);
  assert.deepEqual([...oldest], [1, 3, 0, 2]);
  assert.deepEqual([...events.orderByStart(true)], [0, 2, 3, 1]);
  assert.deepEqual([...events.rowsInside([12, 31], oldest)], [1, 3, 0, 2]);
  assert.deepEqual([...events.rowsInside([15, 30], oldest)], [3]);
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
