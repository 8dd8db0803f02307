import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventRows} from '../../../../geo/drawing/browser/page/event_rows.js';
import {findSeenRows} from '../../../../geo/drawing/browser/map/events/seen_rows.js';
import {eventRow, tableOf} from '../../examples.js';

const VIEW = {width: 200, height: 120, zoom: 2, longitude: 0, latitude: 0};
// At zoom 2 the world is 2,048 px wide.
const PX = 360 / 2048;
const DRAWN = {
  markCells: {},
  halo: [255, 255, 255],
  colourField: 'group',
  colours: {},
  otherColour: [0, 0, 0],
  discFills: {verified: 60, unverified: 24},
  line: 170,
  lineBelowPin: 70,
  smallestDiscPx: 6,
  markPx: 20,
  smallestMarkPx: 20,
  fullSizeFrom: 4.4,
  possibleOpacity: 0.45,
};
/** @type {[number, number]} */
const WINDOW = [0, 10];

/** @param {Record<string, unknown>[]} rows discs first, then pins */
const eventsOf = rows =>
  new EventRows(
    tableOf(rows.map(row => ({...eventRow({}), r: 0, pin: true, dx: 0, dy: 0, ...row}))),
    'utc',
  );

/**
 * @param {EventRows} events
 * @param {Partial<typeof VIEW>} [view]
 * @param {[number, number]} [window]
 */
const seen = (events, view = {}, window = WINDOW) => [
  ...findSeenRows(events, window, {...VIEW, ...view}, DRAWN),
];

test('without events none is seen', () => {
  assert.deepEqual(seen(eventsOf([])), []);
});

test('events apart are all seen, in the order of drawing', () => {
  const events = eventsOf([{pin: false}, {lon: 20 * PX}, {lon: -20 * PX}]);
  assert.deepEqual(seen(events), [0, 1, 2]);
});

const AROUND = Array.from({length: 12}, (_, i) => ({
  dx: 4 * Math.cos((i * Math.PI) / 6),
  dy: 4 * Math.sin((i * Math.PI) / 6),
}));

test('a mark is not seen where those above it cover all of it', () => {
  assert.ok(!seen(eventsOf([{id: 'below'}, ...AROUND])).includes(0));
  assert.ok(seen(eventsOf([{id: 'below'}, ...AROUND.slice(0, 8)])).includes(0));
});

test('of many at one place those below are not seen', () => {
  for (const pin of [true, false]) {
    const found = seen(eventsOf(Array.from({length: 400}, () => ({pin}))));
    assert.equal(found.at(-1), 399);
    assert.ok(found.length > 60 && found.length < 140, String(found.length));
    const apart = Array.from({length: 400}, (_, i) => ({pin, lon: (i - 200) * 0.4 * PX}));
    assert.equal(seen(eventsOf(apart)).length, 400);
  }
});

test('what fails a filter or lies outside the window neither shows nor covers', () => {
  const rows = [{id: 'below'}, ...AROUND];
  const failed = eventsOf(rows);
  failed.setFiltered(
    Uint32Array.from(rows, (_, i) => (i ? 4 : 0)),
    new Uint8Array(rows.length),
  );
  assert.deepEqual(seen(failed), [0]);
  const late = eventsOf(rows.map((row, i) => ({...row, t0: i ? 20 : 0, t1: i ? 21 : 1})));
  assert.deepEqual(seen(late), [0]);
  assert.ok(!seen(late, {}, [0, 30]).includes(0));
});

test('pale marks cover nothing by themselves', () => {
  const rows = [{id: 'below'}, ...AROUND];
  const events = eventsOf(rows);
  events.setFiltered(
    new Uint32Array(rows.length),
    Uint8Array.from(rows, (_, i) => (i ? 1 : 0)),
  );
  assert.ok(seen(events).includes(0));
});

test('discs lie below all marks; a wide one reaches out from under them', () => {
  const small = {pin: false, r: 1_000};
  const wide = {pin: false, r: 1_000_000};
  assert.deepEqual(seen(eventsOf([small])), [0]);
  assert.ok(!seen(eventsOf([small, ...AROUND])).includes(0));
  assert.ok(seen(eventsOf([wide, ...AROUND])).includes(0));
  // 1,000 km are 51 px: its own mark hides nothing of the circle.
  const pinned = eventsOf([{r: 1_000_000}, ...AROUND]);
  assert.ok(seen(pinned).includes(0));
});

test('what lies beside the view is not painted, what reaches into it is', () => {
  const beside = {lon: 115 * PX};
  assert.deepEqual(seen(eventsOf([beside])), []);
  assert.deepEqual(seen(eventsOf([beside]), {longitude: 20 * PX}), [0]);
  assert.deepEqual(seen(eventsOf([{lon: 105 * PX}])), [0]);
  assert.deepEqual(seen(eventsOf([{...beside, pin: false, r: 1_000_000}])), [0]);
  assert.deepEqual(seen(eventsOf([{lon: null, lat: null}])), []);
});

test('both sides of the 180th meridian are one view', () => {
  const events = eventsOf([{lon: 179}, {lon: -179}, {lon: 0}]);
  assert.deepEqual(seen(events, {longitude: 180}), [0, 1]);
  assert.deepEqual(seen(events, {longitude: -180}), [0, 1]);
});

test('a copy of the world that the view does not touch covers nothing', () => {
  // Zoom 5: the view ends a hundredth of a degree west of the meridian, and the library paints no
  // copy beyond it.
  const px = 360 / (512 * 32);
  const view = {zoom: 5, longitude: 179.99 - (VIEW.width / 2) * px};
  const beyond = AROUND.map(({dx, dy}) => ({lon: -179.99, dx: dx - 6, dy}));
  assert.deepEqual(seen(eventsOf([{lon: 179.85}, ...beyond]), view), [0]);
});

test('places of two copies are not counted as one', () => {
  // The world is 32,818 px wide here, and 50 px less than that is a multiple of 2^15.
  const zoom = Math.log2(32_818 / 512);
  const px = 360 / 32_818;
  const west = Array.from({length: 200}, () => ({lon: 180 - 20 * px}));
  const found = seen(eventsOf([{lon: -180 + 30 * px}, ...west]), {zoom, longitude: 180});
  assert.ok(found.includes(0));
});

test('circles of pins are lines, and hide no circle that is filled', () => {
  const radius = {r: 1_000_000};
  const filled = Array.from({length: 50}, () => ({...radius, pin: false}));
  // The marks of most lie below others, so that only their lines are left.
  const lines = Array.from({length: 300}, () => radius);
  const found = seen(eventsOf([...filled, ...lines]));
  assert.deepEqual(
    found.slice(0, 50),
    Array.from({length: 50}, (_, i) => i),
  );
});

test('circles so wide that their fill fades are all seen', () => {
  // Half the shorter side is 60 px: of 51 px the fill is nearly gone, of 15 px none of it.
  const discs = (/** @type {number} */ r) =>
    seen(eventsOf(Array.from({length: 300}, () => ({pin: false, r})))).length;
  assert.equal(discs(1_000_000), 300);
  assert.ok(discs(300_000) < 300);
});

test('a wide circle at a pole is seen on the northern edge', () => {
  const pole = [{pin: false, lat: 90, r: 2_000_000}];
  assert.deepEqual(seen(eventsOf(pole), {zoom: 0, width: 512, height: 512, latitude: 60}), [0]);
});

/** A number from 0 to 1, the next of a sequence that is always the same. @param {number} seed */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/**
 * Paint all events pixel by pixel, each a plain colour of its own, and list those that are left.
 * @param {EventRows} events
 * @returns {Set<number>}
 */
function paintAll({table, length}) {
  const [lon, lat, pin] = ['lon', 'lat', 'pin'].map(name => table.numbers(name));
  const painted = new Int32Array(VIEW.width * VIEW.height).fill(-1);
  for (const layer of [0, 1]) {
    for (let event = 0; event < length; event++) {
      if (pin[event] !== layer) continue;
      const radius = layer ? 8.5 : 6;
      // Near the equator Mercator's y is the latitude, to a thousandth of a pixel.
      const [x, y] = [100 + lon[event] / PX, 60 - lat[event] / PX];
      for (let row = 0; row < VIEW.height; row++) {
        for (let column = 0; column < VIEW.width; column++) {
          const isIn = Math.hypot(column + 0.5 - x, row + 0.5 - y) <= radius;
          // A disc hides nothing of what is below it.
          if (isIn && (layer || painted[row * VIEW.width + column] < 0)) {
            painted[row * VIEW.width + column] = event;
          }
        }
      }
    }
  }
  return new Set(painted);
}

test('all that a painter leaves to be seen is found, and most of the rest is not', () => {
  const next = chance(7);
  const rows = Array.from({length: 600}, (_, i) => ({
    pin: i >= 300,
    lon: (next() - 0.5) * 60 * PX,
    lat: (next() - 0.5) * 40 * PX,
  }));
  const events = eventsOf(rows);
  const found = new Set(seen(events));
  for (const event of paintAll(events)) assert.ok(event < 0 || found.has(event), `row ${event}`);
  assert.ok(found.size < 250, `${found.size} of 600`);
});
