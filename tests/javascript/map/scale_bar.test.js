import assert from 'node:assert/strict';
import {test} from 'node:test';
import {roundLength} from '../../../geo/drawing/browser/map/scale_bar.js';

test('a scale bar has the longest round length that fits', () => {
  const cases = [
    [1, 1],
    [1.99, 1],
    [2, 2],
    [4999, 2000],
    [5000, 5000],
    [99_999, 50_000],
    [0.3, 0.2],
  ];
  for (const [metres, wanted] of cases) {
    assert.ok(Math.abs(roundLength(metres) - wanted) < 1e-9, `${metres}: ${roundLength(metres)}`);
  }
});
