import assert from 'node:assert/strict';
import {test} from 'node:test';
import {placeBeside} from '../../../geo/drawing/browser/map/tooltip.js';

test('a card appears beside the pointer where there is room, and never outside', () => {
  assert.equal(placeBeside(100, 50, 500), 114);
  assert.equal(placeBeside(480, 50, 500), 416);
  assert.equal(placeBeside(20, 90, 100), 4);
});
