import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stepsOfSwipe} from '../../../geo/drawing/browser/steps/step_swipe.js';

const FROM = {x: 200, y: 300, ms: 1000};

/** A finger that has moved. @param {number} across @param {number} down @param {number} ms */
const moved = (across, down, ms = 200) =>
  stepsOfSwipe(FROM, {x: FROM.x + across, y: FROM.y + down, ms: FROM.ms + ms});

test('a swipe to the left moves to the next step, one to the right to the previous step', () => {
  assert.equal(moved(-120, 10), 1);
  assert.equal(moved(120, -10), -1);
});

test('a tap, a scroll, a slant and a slow finger turn nothing', () => {
  assert.equal(moved(0, 0), 0);
  assert.equal(moved(-20, 0), 0);
  assert.equal(moved(-10, 300), 0);
  assert.equal(moved(-100, 100), 0);
  assert.equal(moved(-120, 0, 3000), 0);
});
