// The first paint: land before names and tiles, and before what only other zooms show.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {orderFirstPaint} from '../../../../geo/drawing/browser/map/base/base_order.js';
/** @import {Layer} from '../../../../geo/drawing/browser/types/deck.js' */

/** @type {(id: string, props?: object) => Layer} */
const layer = (id, props = {}) => /** @type {Layer} */ (/** @type {unknown} */ ({id, props}));

const LAYERS = [
  layer('base-world-0', {minZoom: 0, maxZoom: 24}),
  layer('base-regions-line-4', {minZoom: 4, maxZoom: 24}),
  layer('base-tiles-detail', {tileZooms: [7, 7], minZoom: 7, maxZoom: 7, visibleMinZoom: 7}),
  layer('base-border-line-6.5', {minZoom: 6.5, maxZoom: 24}),
  layer('base-towns-names', {minZoom: 7}),
  layer('base-dots-3.4', {minZoom: 3.4, maxZoom: 9}),
  layer('base-names-3.4', {minZoom: 3.4, maxZoom: 9}),
];

/** @param {number} zoom */
const stages = zoom => orderFirstPaint(LAYERS, zoom).map(stage => stage.map(({id}) => id));

test('at low zoom the first paint waits neither for names nor for tiles', () => {
  const [land, inView, whole] = stages(4.2);
  assert.deepEqual(land, ['base-world-0', 'base-regions-line-4']);
  assert.deepEqual(inView, [...land, 'base-dots-3.4', 'base-names-3.4']);
  assert.equal(whole.length, LAYERS.length);
});

test('close up the land comes first too, then its tiles and towns', () => {
  const [land, inView] = stages(8);
  assert.deepEqual(land, ['base-world-0', 'base-regions-line-4', 'base-border-line-6.5']);
  assert.deepEqual(
    inView,
    LAYERS.map(({id}) => id),
  );
});

test('each stage has all of the one before it, the lowest first', () => {
  for (const zoom of [0, 3.4, 6.5, 7, 9, 24]) {
    const [land, inView, whole] = stages(zoom);
    assert.deepEqual(
      whole,
      LAYERS.map(({id}) => id),
    );
    assert.deepEqual(
      inView,
      whole.filter(id => inView.includes(id)),
    );
    assert.deepEqual(
      land,
      inView.filter(id => land.includes(id)),
    );
  }
});

test('no layers are three empty stages', () => {
  assert.deepEqual(orderFirstPaint([], 5), [[], [], []]);
});
