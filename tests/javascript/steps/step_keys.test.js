import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stepsOfKey} from '../../../geo/drawing/browser/steps/step_keys.js';

const BRIEFING = {step: 3, count: 7, isPresenting: false};

/** A key with nothing below the pointer. @param {string} key @param {object} more */
const press = (key, more = {}) =>
  /** @type {KeyboardEvent} */ (/** @type {unknown} */ ({key, composedPath: () => [], ...more}));

test('arrow keys turn one step, Home and End go to the ends', () => {
  const steps = ['ArrowLeft', 'ArrowRight', 'Home', 'End'].map(key =>
    stepsOfKey(press(key), BRIEFING),
  );
  assert.deepEqual(steps, [-1, 1, -2, 4]);
});

test('the keys of a remote control turn steps of a presentation only', () => {
  const presenting = {...BRIEFING, isPresenting: true};
  assert.equal(stepsOfKey(press('PageDown'), BRIEFING), null);
  assert.equal(stepsOfKey(press('PageDown'), presenting), 1);
  assert.equal(stepsOfKey(press('PageUp'), presenting), -1);
});

test('a space bar turns a step of a presentation, and presses a button elsewhere', () => {
  assert.equal(stepsOfKey(press(' '), {...BRIEFING, isPresenting: true}), 1);
  assert.equal(stepsOfKey(press(' '), BRIEFING), null);
});

test('keys with a modifier, and keys that others have used, mean nothing', () => {
  for (const name of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'defaultPrevented']) {
    assert.equal(stepsOfKey(press('ArrowRight', {[name]: true}), BRIEFING), null, name);
  }
});
