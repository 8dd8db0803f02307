import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LinkGrammar} from '../../geo/publishing/site/explorer/link.js';
/** @import {Parameter} from '../../geo/publishing/site/explorer/link.js' */

/** @param {string} name @param {string} kind @returns {Parameter} */
const row = (name, kind) => ({
  name,
  kind,
  writes: 'str',
  pattern: '',
  words: null,
  repeated: false,
  filters: true,
  default: [],
});

test('a parameter whose kind of value is not read here is left out, and the rest is read', () => {
  const link = new LinkGrammar({
    parameters: [row('q', 'str'), row('depth', 'read_depth')],
    whole: ['2023-01-01T00:00', '2024-01-01T00:00'],
    foreign: [],
    tracking: [],
    tracking_starts: [],
    most_characters: 200,
    most_trimmed: 8,
    after_a_link: ['.'],
    groups: null,
    versions: null,
  });
  const {values, leftOut} = link.read('q=bridge&depth=12');
  assert.deepEqual([...values], [['q', ['bridge']]]);
  assert.deepEqual(leftOut, ['depth']);
});
