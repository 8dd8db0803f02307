import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventRows} from '../../geo/drawing/browser/event_rows.js';
import {RowTable} from '../../geo/drawing/browser/row_columns.js';
import {ShownRows} from '../../geo/drawing/browser/shown_rows.js';
/** @import {Device, Viewport} from '../../geo/drawing/browser/deck.js' */
/** @import {EventLayerProps} from '../../geo/drawing/browser/event_layer.js' */
/** @import {EventRow} from '../../geo/drawing/browser/types.js' */

const view = /** @type {Viewport} */ ({
  width: 900,
  height: 600,
  zoom: 2,
  longitude: 0,
  latitude: 0,
});

/** A card that remembers what it was given. */
function createCard() {
  /** @type {Float32Array[]} */
  const given = [];
  let freed = 0;
  const createTexture = (/** @type {{data: Float32Array}} */ {data}) => {
    given.push(data);
    return {destroy: () => (freed += 1)};
  };
  const device = /** @type {Device} */ (/** @type {unknown} */ ({createTexture}));
  return {device, given, freed: () => freed};
}

/**
 * So many events, the first half of them without a mark.
 * @param {number} length
 * @param {boolean} [areApart] by default all are at one place
 */
function createEvents(length, areApart = false) {
  /** @param {(i: number) => unknown} value */
  const column = value => Array.from({length}, (_, i) => value(i));
  const zeros = ['r', 'dx', 'dy', 't0'].map(name => [name, column(() => 0)]);
  const columns = {
    ...Object.fromEntries(zeros),
    lon: column(i => (areApart ? (i % 199) / 4 : 0)),
    lat: column(i => (areApart ? (i % 151) / 4 : 0)),
    t1: column(() => 1),
    pin: column(i => i >= length / 2),
    verification: column(() => 'verified'),
  };
  return new EventRows(/** @type {RowTable<EventRow>} */ (new RowTable({length, columns})), 'utc');
}

/** @param {EventRows} events @param {() => number} tookMs */
const propsOf = (events, tookMs) =>
  /** @type {EventLayerProps} */ (
    /** @type {unknown} */ ({
      choices: {events, window: [0, 1]},
      versions: {interval: '', filters: ''},
      possibleOpacity: 0.45,
      tookMs,
      discFills: {unverified: 24},
      smallestDiscPx: 6,
      markPx: 20,
      smallestMarkPx: 20,
      fullSizeFrom: 4.4,
    })
  );

test('few events are all painted, from one texture under every view', () => {
  const {device, given} = createCard();
  const events = createEvents(1500);
  const shown = new ShownRows();
  shown.follow(
    device,
    events,
    propsOf(events, () => 500),
    view,
  );
  shown.follow(
    device,
    events,
    propsOf(events, () => 500),
    {...view, zoom: 5},
  );
  assert.equal(shown.rows.length, 1500);
  assert.equal(shown.firstPin, 750);
  assert.equal(given.length, 1);
  assert.deepEqual([...given[0].slice(0, 3), given[0][1499]], [0, 1, 2, 1499]);
});

test('no events have no first pin', () => {
  const {device} = createCard();
  const events = createEvents(0);
  const shown = new ShownRows();
  shown.follow(
    device,
    events,
    propsOf(events, () => 500),
    view,
  );
  assert.deepEqual([shown.rows.length, shown.firstPin], [0, 0]);
});

test('on a slow card only those of many are painted that a view shows', () => {
  const {device, given, freed} = createCard();
  const events = createEvents(30_000);
  const shown = new ShownRows();
  const props = propsOf(events, () => 500);
  shown.follow(device, events, props, view);
  assert.ok(shown.rows.includes(29_999) && shown.rows.length < 1_000, String(shown.rows.length));
  shown.follow(device, events, props, view);
  assert.equal(given.length, 1, 'nothing has changed');
  shown.follow(device, events, props, {...view, longitude: 90});
  assert.equal(shown.rows.length, 0);
  assert.deepEqual([given.length, freed()], [2, 1]);
});

test('a quick card paints all, until that takes long', () => {
  const {device} = createCard();
  const events = createEvents(30_000, true);
  const shown = new ShownRows();
  let tookMs = 16;
  const follow = (/** @type {number} */ zoom) => {
    shown.follow(
      device,
      events,
      propsOf(events, () => tookMs),
      {...view, zoom},
    );
    return shown.rows.length;
  };
  const some = follow(2);
  assert.ok(some > 5_000 && some < 25_000, String(some));
  assert.equal(follow(2), 30_000);
  tookMs = 400;
  assert.equal(follow(2), some);
  tookMs = 16;
  assert.equal(follow(2), some, 'it is not tried again');
});
