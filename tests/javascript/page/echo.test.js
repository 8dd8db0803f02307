import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Echo, sameCamera, sameWindow} from '../../../geo/drawing/browser/page/echo.js';

/** @param {Echo<[number, number]>} echo @param {[number, number][]} windows */
const areNew = (echo, windows) => windows.map(window => echo.isNew(window));

test('the first value is new, its repetition is not', () => {
  const echo = new Echo(sameWindow);
  assert.deepEqual(
    areNew(echo, [
      [0, 9],
      [0, 9],
    ]),
    [true, false],
  );
});

test('what was reported comes back as no request, anything else as one', () => {
  const echo = new Echo(sameWindow);
  echo.isNew([0, 9]);
  echo.remember([1, 9]);
  echo.remember([2, 9]);
  assert.deepEqual(
    areNew(echo, [
      [2, 9],
      [1, 9],
      [2, 9],
    ]),
    [false, true, true],
  );
});

test('after a reset the next value is new', () => {
  const echo = new Echo(sameWindow);
  echo.isNew([0, 9]);
  echo.reset();
  assert.ok(echo.isNew([0, 9]));
});

test('cameras are the same up to the digits that a link rounds away', () => {
  assert.ok(sameCamera([12.3456, 45.6789, 6.78], [12.35, 45.68, 6.8]));
  assert.ok(!sameCamera([12.35, 45.68, 6.8], [12.36, 45.68, 6.8]));
  assert.ok(!sameCamera([12.35, 45.68, 6.8], [12.35, 45.68, 6.9]));
  assert.ok(!sameCamera([12.35, 45.68, 6.8], null));
  assert.ok(sameCamera(null, null));
});
