import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cssColour} from '../../../geo/drawing/browser/page/dom.js';

test('colours are words or the three numbers of pydeck', () => {
  assert.equal(cssColour('currentColor'), 'currentColor');
  assert.equal(cssColour([1, 2, 3, 128]), 'rgb(1 2 3)');
});
