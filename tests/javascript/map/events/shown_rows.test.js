import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {EventRows} from '../../../../geo/drawing/browser/page/event_rows.js';
import {RowTable} from '../../../../geo/drawing/browser/page/row_columns.js';
import {ShownRows} from '../../../../geo/drawing/browser/map/events/shown_rows.js';
/** @import {Device, Viewport} from '../../../../geo/drawing/browser/types/deck.js' */
/** @import {EventLayerProps} from '../../../../geo/drawing/browser/map/events/event_layer.js' */
/** @import {EventRow} from '../../../../geo/drawing/browser/types/events.js' */

const view = /** @type {Viewport} */ ({
  width: 900,
  height: 600,
  zoom: 2,
  longitude: 0,
  latitude: 0,
});

/** A card that remembers what it was given; each paint takes as long as `clock.paintMs` says. */
function createCard() {
  /** @type {Float32Array[]} */
  const given = [];
  let freed = 0;
  const createTexture = (/** @type {{data: Float32Array}} */ {data}) => {
    given.push(data);
    return {destroy: () => (freed += 1)};
  };
  const clock = {now: 0, paintMs: 0};
  const gl = /** @type {WebGL2RenderingContext} */ (
    /** @type {unknown} */ ({
      SIGNALED: 1,
      fenceSync: () => clock.now + clock.paintMs,
      flush: () => {},
      isContextLost: () => false,
      getSyncParameter: (/** @type {number} */ doneAt) => (clock.now >= doneAt ? 1 : 0),
      deleteSync: () => {},
    })
  );
  const device = /** @type {Device} */ (/** @type {unknown} */ ({createTexture, gl}));
  return {clock, device, given, freed: () => freed};
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

/** @param {EventRows} events */
const propsOf = events =>
  /** @type {EventLayerProps} */ (
    /** @type {unknown} */ ({
      choices: {events, window: [0, 1]},
      versions: {interval: '', filters: ''},
      possibleOpacity: 0.45,
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
  for (const zoom of [2, 5]) shown.follow(device, events, propsOf(events), {...view, zoom});
  assert.equal(shown.rows.length, 1500);
  assert.equal(shown.firstPin, 750);
  assert.equal(given.length, 1);
  assert.deepEqual([...given[0].slice(0, 3), given[0][1499]], [0, 1, 2, 1499]);
});

test('no events have no first pin', () => {
  const {device} = createCard();
  const events = createEvents(0);
  const shown = new ShownRows();
  shown.follow(device, events, propsOf(events), view);
  assert.deepEqual([shown.rows.length, shown.firstPin], [0, 0]);
});

test('before a card is known only those of many are painted that a view shows', () => {
  const {device, given, freed} = createCard();
  const events = createEvents(30_000);
  const shown = new ShownRows();
  const props = propsOf(events);
  shown.follow(device, events, props, view);
  assert.ok(shown.rows.includes(29_999) && shown.rows.length < 1_000, String(shown.rows.length));
  shown.follow(device, events, props, view);
  assert.equal(given.length, 1, 'nothing has changed');
  shown.follow(device, events, props, {...view, longitude: 90});
  assert.equal(shown.rows.length, 0);
  assert.deepEqual([given.length, freed()], [2, 1]);
});

/** Paints of 30,000 events apart, on a card that starts slow or quick. @param {number} paintMs */
function paintMany(paintMs) {
  const {clock, device} = createCard();
  clock.paintMs = paintMs;
  mock.timers.enable({apis: ['setTimeout']});
  mock.method(performance, 'now', () => clock.now);
  const events = createEvents(30_000, true);
  const shown = new ShownRows();
  const pass = (/** @type {number} */ ms) => {
    for (let i = 0; i < ms; i++) {
      clock.now += 1;
      mock.timers.tick(1);
    }
  };
  /** @returns how many were painted */
  const paint = (zoom = 2, /** how long the page is too busy to look */ busyMs = 0) => {
    shown.follow(device, events, propsOf(events), {...view, zoom});
    shown.timePaint(device.gl);
    clock.now += busyMs;
    pass(1000);
    return shown.rows.length;
  };
  return {clock, paint, stop: () => mock.restoreAll() ?? mock.timers.reset()};
}

test('a quick card paints all, however long the choice took', () => {
  const {paint, stop} = paintMany(2);
  const some = paint();
  assert.ok(some > 5_000 && some < 25_000, String(some));
  for (let i = 0; i < 4; i++) assert.equal(paint(2 + i / 100), 30_000);
  stop();
});

test('a slow card paints what a view shows', () => {
  const {paint, stop} = paintMany(400);
  const some = paint();
  assert.equal(paint(), some);
  assert.equal(paint(), some);
  stop();
});

test('of few events in a view nothing is learnt about a card', () => {
  const {clock, paint, stop} = paintMany(5);
  assert.ok(paint(9) < 5_000);
  clock.paintMs = 400;
  assert.ok(paint(2) < 25_000, 'the time of few says nothing of many');
  assert.ok(paint(2.01) < 25_000);
  stop();
});

test('a card that comes to paint all slowly paints what a view shows from then on', () => {
  const {clock, paint, stop} = paintMany(16);
  const some = paint();
  assert.equal(paint(), 30_000);
  clock.paintMs = 400;
  assert.equal(paint(), 30_000);
  assert.equal(paint(), 30_000);
  assert.equal(paint(), some);
  clock.paintMs = 16;
  assert.equal(paint(), some, 'it is not tried again');
  stop();
});

test('a card that was kept from one paint, or a page from looking, is not slow', () => {
  const {clock, paint, stop} = paintMany(16);
  paint();
  clock.paintMs = 400;
  paint();
  clock.paintMs = 16;
  for (let i = 0; i < 5; i++) assert.equal(paint(2, 900), 30_000);
  stop();
});
