import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fillTemplate, WORDS} from '../../../geo/drawing/browser/page/words.js';

test('slots of a sentence are filled, unknown ones stay', () => {
  assert.equal(fillTemplate('{shown} of {total}', {shown: 0, total: '1,000'}), '0 of 1,000');
  assert.equal(fillTemplate('until {moment}', {}), 'until {moment}');
});

test('the end of a window of minutes is said as a moment that is not in it', () => {
  assert.equal(fillTemplate(WORDS.until, {moment: '02:43'}), 'just before 02:43');
});
