import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countByBin} from '../../../geo/drawing/browser/time/histogram.js';
import {EventRows} from '../../../geo/drawing/browser/page/event_rows.js';
import {eventRow, tableOf} from '../examples.js';

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
