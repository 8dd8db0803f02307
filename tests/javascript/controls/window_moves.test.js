import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  dragWindow,
  moveByKey,
  moveEnd,
  moveWindow,
  snap,
} from '../../../geo/drawing/browser/controls/window_moves.js';
/** @import {Brushed} from '../../../geo/drawing/browser/controls/window_moves.js' */

const DAY = 86_400_000;

/** @type {Brushed} a grid of tens that starts at 5 */
const BRUSHED = {domain: [5, 105], window: [25, 55], step: 10};

test('a value snaps to the grid that starts with the domain', () => {
  assert.deepEqual(
    [-100, 9, 11, 60, 1000].map(value => snap(BRUSHED, value)),
    [5, 5, 15, 65, 105],
  );
});

test('one end moves and stays a step away from the other', () => {
  assert.deepEqual(moveEnd(BRUSHED, 0, 36), [35, 55]);
  assert.deepEqual(moveEnd(BRUSHED, 0, 90), [45, 55]);
  assert.deepEqual(moveEnd(BRUSHED, 1, 84), [25, 85]);
  assert.deepEqual(moveEnd(BRUSHED, 1, 0), [25, 35]);
});

test('the whole window moves as far as the domain allows', () => {
  assert.deepEqual(moveWindow(BRUSHED, 10), [35, 65]);
  assert.deepEqual(moveWindow(BRUSHED, -1000), [5, 35]);
  assert.deepEqual(moveWindow(BRUSHED, 1000), [75, 105]);
});

test('a window beyond the domain is not forced back by a move outwards', () => {
  assert.deepEqual(moveWindow({...BRUSHED, window: [95, 125]}, 10), [95, 125]);
});

test('a drag takes a handle with it, from wherever it was held', () => {
  const grip = {end: 1, isInside: false, start: 57, before: BRUSHED.window};
  assert.deepEqual(dragWindow(BRUSHED, grip, 77), [25, 75]);
  assert.deepEqual(dragWindow(BRUSHED, grip, 0), [25, 35]);
});

test('a drag from inside moves the window by whole steps, from where it was', () => {
  const grip = {end: -1, isInside: true, start: 40, before: BRUSHED.window};
  assert.deepEqual(dragWindow(BRUSHED, grip, 44), [25, 55]);
  assert.deepEqual(dragWindow({...BRUSHED, window: [35, 65]}, grip, 61), [45, 75]);
});

test('a drag from beside the window draws a new one, of every step that it touches', () => {
  const grip = {end: -1, isInside: false, start: 72, before: BRUSHED.window};
  assert.deepEqual(dragWindow(BRUSHED, grip, 91), [65, 95]);
  assert.deepEqual(dragWindow(BRUSHED, grip, 58), [55, 75]);
});

test('arrow keys move one end, with Shift the whole window', () => {
  assert.deepEqual(moveByKey(BRUSHED, 0, 'ArrowRight', false), [35, 55]);
  assert.deepEqual(moveByKey(BRUSHED, 1, 'ArrowDown', false), [25, 45]);
  assert.deepEqual(moveByKey(BRUSHED, 1, 'ArrowLeft', true), [15, 45]);
});

test('Home and End reach the ends of the domain', () => {
  assert.deepEqual(moveByKey(BRUSHED, 0, 'Home', false), [5, 55]);
  assert.deepEqual(moveByKey(BRUSHED, 1, 'End', false), [25, 105]);
  assert.deepEqual(moveByKey(BRUSHED, 0, 'End', true), [75, 105]);
});

test('a page of days is about a month', () => {
  /** @type {Brushed} */
  const year = {domain: [0, 365 * DAY], window: [100 * DAY, 200 * DAY], step: DAY};
  assert.deepEqual(moveByKey(year, 0, 'PageDown', false), [70 * DAY, 200 * DAY]);
});

test('other keys mean nothing', () => {
  assert.equal(moveByKey(BRUSHED, 0, 'Enter', false), null);
});
