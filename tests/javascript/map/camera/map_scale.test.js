import assert from 'node:assert/strict';
import {test} from 'node:test';
import {metresPerPixel} from '../../../../geo/drawing/browser/map/camera/map_scale.js';

test('a pixel at the equator is the 512th part of its circumference', () => {
  assert.ok(Math.abs(metresPerPixel(0, 0) * 512 - 40_075_016.686) < 0.001);
  assert.equal(metresPerPixel(0, 1) * 2, metresPerPixel(0, 0));
});

test('a degree of longitude at 60 degrees north is 55.8 km on the ellipsoid', () => {
  const pixelsOfDegree = (512 * 2 ** 5) / 360;
  assert.ok(Math.abs(metresPerPixel(60, 5) * pixelsOfDegree - 55_800) < 1);
});
