import assert from 'node:assert/strict';
import {test} from 'node:test';
import {listOnlyInApp} from '../../../../../geo/publishing/site/explorer/notes.js';
/** @import {Parameter} from '../../../../../geo/publishing/site/explorer/link.js' */

/** @param {string} name @param {boolean} figures @returns {Parameter} */
const row = (name, figures) => ({
  name,
  kind: 'WORD',
  pattern: '',
  words: null,
  repeated: false,
  filters: !figures,
  figures,
  default: [],
});
const ROWS = [row('group', false), row('known', false), row('stack', true), row('bins', true)];

/** @param {string[]} names */
const listFor = (...names) => listOnlyInApp(ROWS, new Map(names.map(name => [name, ['x']])));

test('what chooses figures is named once, whatever it is called', () => {
  assert.deepEqual(listFor('bins'), ['the analysis']);
  assert.deepEqual(listFor('stack', 'bins', 'group'), ['the analysis']);
});

test('an earlier moment is named beside it, and what the site shows is not', () => {
  const then = 'claims as they were known at an earlier moment';
  assert.deepEqual(listFor('known', 'stack'), [then, 'the analysis']);
  assert.deepEqual(listFor('group'), []);
  assert.deepEqual(listFor(), []);
});
