import assert from 'node:assert/strict';
import {test} from 'node:test';
import {shiftPaint, showPaint} from '../../../../geo/drawing/browser/map/base/old_paint.js';

const painted = /** @type {any} */ ({
  ...{zoom: 6, width: 400, height: 200},
  project: (/** @type {number[]} */ [right, up]) => [200 + right, 100 - up],
});

/** How a box shows the paint for another camera. @param {number} zoom @param {number} [right] */
function shift(zoom, right = 0) {
  const box = /** @type {any} */ ({style: {}});
  shiftPaint(box, painted, /** @type {any} */ ({longitude: right, latitude: 0, zoom}));
  return box;
}

test('a paint of another zoom fades, and is gone where it would be a smear', () => {
  const seen = (/** @type {number} */ zoom) => Number(shift(zoom).style.opacity);
  assert.equal(seen(6), 1);
  assert.equal(seen(5), 1);
  assert.ok(seen(8) > 0 && seen(8) < 1);
  assert.equal(seen(12), 0);
});

test('a paint is moved and scaled to where another camera has its places', () => {
  assert.equal(shift(6, 30).style.transform, 'translate(-30px, 0px) scale(1)');
  assert.equal(shift(7).style.transform, 'translate(-200px, -100px) scale(2)');
});

test('a paint of the camera itself is where the canvas is', () => {
  const box = shift(7, 30);
  showPaint(box);
  assert.deepEqual(box.style, {transform: '', opacity: ''});
});

test('before the first paint there is nothing to move', () => {
  const box = /** @type {any} */ ({style: {}});
  shiftPaint(box, undefined, /** @type {any} */ ({longitude: 0, latitude: 0, zoom: 6}));
  assert.deepEqual(box.style, {});
});
