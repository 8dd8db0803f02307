import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventRows} from '../../../geo/drawing/browser/page/event_rows.js';
import {Facets, sameSpelling} from '../../../geo/drawing/browser/filters/facets.js';
import {readReach} from '../../../geo/drawing/browser/filters/reach.js';
import {eventRow, fourEvents, tableOf} from '../examples.js';

const NAMES = ['a', 'b', 'c', 'd'];

/**
 * The names of the events that pass filters, in brackets where only possibly.
 * @param {string} filters
 * @param {Uint8Array | null} matches
 */
function passing(filters, matches = null) {
  const {failed, doubtful} = new Facets(fourEvents(), 4).judge(filters, matches);
  return NAMES.flatMap((name, i) => (failed[i] ? [] : [doubtful[i] ? `(${name})` : name])).join(
    ' ',
  );
}

/** @param {string} filters */
function judgedEvents(filters) {
  const facets = new Facets(fourEvents(), 4);
  const events = new EventRows(tableOf(NAMES.map(id => eventRow({id, t0: 0, t1: 10}))), 'utc');
  const {failed, doubtful} = facets.judge(filters, null);
  events.setFiltered(failed, doubtful);
  return {facets, events};
}

test('filters have one spelling, whatever their order', () => {
  assert.equal(sameSpelling('type=fire&group=b&group=a&q='), 'group=a&group=b&type=fire');
  assert.equal(sameSpelling('q=a b'), sameSpelling('q=a+b'));
  assert.equal(sameSpelling(''), '');
});

test('a reach may be open at either end', () => {
  assert.deepEqual(readReach('100..450'), [100, 450]);
  assert.deepEqual(readReach('..450'), [-Infinity, 450]);
  assert.deepEqual(readReach('100..'), [100, Infinity]);
  assert.deepEqual(readReach(null), [-Infinity, Infinity]);
});

test('without filters every event passes', () => {
  assert.equal(passing(''), 'a b c d');
});

test('words of a field are alternatives, fields come together', () => {
  assert.equal(passing('type=fire'), 'a b');
  assert.equal(passing('type=fire&type=flood'), 'a b c');
  assert.equal(passing('type=fire&region=south'), 'b');
  assert.equal(passing('type=storm'), '');
});

test('a voice keeps the events of which it is true', () => {
  assert.equal(passing('voice=confirmed'), 'a c');
});

test('a reach that an event only may lie in keeps it as possible', () => {
  assert.equal(passing('reach=0..30'), '(a) b (c)');
  assert.equal(passing('reach=..30'), 'a b (c)');
  assert.equal(passing('reach=35..'), '(c)');
});

test('a text keeps the events in which it was found', () => {
  assert.equal(passing('q=bridge', Uint8Array.of(0, 1, 0, 1)), 'b d');
  assert.equal(passing('q=bridge', null), 'a b c d');
});

test('a word counts what it would show if it were chosen alone of its field', () => {
  const {facets, events} = judgedEvents('type=fire');
  const counts = facets.count(events, [0, 10]);
  assert.deepEqual(Array.from(counts.get('type') ?? []), [2, 1]);
  assert.deepEqual(Array.from(counts.get('region') ?? []), [1, 1]);
  assert.deepEqual(counts.get('voice'), [1]);
});

test('what lies outside the window is not counted', () => {
  const {facets, events} = judgedEvents('');
  assert.deepEqual(Array.from(facets.count(events, [10, 20]).get('type') ?? []), [0, 0]);
});

test('bars of distance count each event at its best distance, inside as 0', () => {
  const {facets, events} = judgedEvents('reach=100..');
  // 1.5, 25 and 32.5 km, in bins of 10 km; their own filter does not hide them.
  assert.deepEqual([...facets.countByReach(events, [0, 10], 10, 5)], [1, 0, 1, 1, 0]);
});

test('the bar of distances ends beyond the farthest event', () => {
  assert.equal(new Facets(fourEvents(), 4).farthest, 41);
  assert.equal(
    new Facets({...fourEvents(), fields: [], voices: [], low: [], high: []}, 0).farthest,
    0,
  );
});

test('thirty-one filters work, one more is refused loudly', () => {
  const field = fourEvents().fields[0];
  const content = (/** @type {number} */ count) => ({
    ...fourEvents(),
    fields: Array.from({length: count}, (_, i) => ({...field, parameter: `type${i}`})),
  });
  const facets = new Facets(content(26), 4);
  const {failed} = facets.judge('type25=flood&voice=confirmed&reach=100..&q=x', new Uint8Array(4));
  assert.ok(failed.every(bits => bits !== 0));
  assert.deepEqual([...facets.judge('q=x', Uint8Array.of(0, 1, 0, 1)).failed].map(Boolean), [
    true,
    false,
    true,
    false,
  ]);
  assert.throws(() => new Facets(content(27), 4), /found 32 filters, wanted at most 31/);
});
