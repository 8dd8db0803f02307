import assert from 'node:assert/strict';
import {test} from 'node:test';
import {barPaths} from '../../../geo/drawing/browser/controls/bars.js';

test('bars start at the baseline, as high as the square root of their count', () => {
  const paths = barPaths(
    [
      [1, 3],
      [0, 0],
      [1, 0],
    ],
    4,
    30,
    10,
    1 / 3,
  );
  // 4 events fill the height, a quarter of it the first group; one event fills half of the height.
  assert.deepEqual(paths, [
    'M0.00 10.00V7.50H9.00v2.50ZM20.00 10.00V5.00H29.00v5.00Z',
    'M0.00 7.50V0.00H9.00v7.50Z',
  ]);
});
