import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readStep} from '../../../../geo/publishing/one_file/read_step.js';

test('the steps of a briefing are found, and without one the first', () => {
  for (const [text, step] of /** @type {const} */ ([
    ['1', 1],
    ['10', 10],
    ['', 1],
  ])) {
    assert.deepEqual(readStep(text, 10), {step, leftOut: ''});
  }
});

test('anything but a step of a briefing is named beside the first step', () => {
  for (const text of ['99', '11', '-1', '0', 'last', '1.5', '01', '1e0', ' 2', '٢', '1000']) {
    const leftOut = `step: found '${text}', wanted 1 to 10`;
    assert.deepEqual(readStep(text, 10), {step: 1, leftOut});
  }
  const cut = `step: found '${'x'.repeat(60)}', wanted 1 to 2`;
  assert.equal(readStep('x'.repeat(61), 2).leftOut, cut);
});
