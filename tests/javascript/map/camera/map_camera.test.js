import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  allowedZoom,
  cameraTriple,
  roundCamera,
} from '../../../../geo/drawing/browser/map/camera/map_camera.js';

test('cameras keep the digits of a link', () => {
  const camera = {longitude: 12.345678, latitude: -45.678912, zoom: 6.789};
  assert.deepEqual(roundCamera(camera), [12.3457, -45.6789, 6.79]);
  assert.deepEqual(cameraTriple(camera), [12.345678, -45.678912, 6.789]);
  assert.equal(cameraTriple(null), null);
  assert.deepEqual([0, 5, 20].map(allowedZoom), [1.5, 5, 16]);
});
