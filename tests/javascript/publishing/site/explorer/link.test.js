import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LinkGrammar} from '../../../../../geo/publishing/site/explorer/link.js';
/** @import {Parameter} from '../../../../../geo/publishing/site/explorer/link.js' */

/** @param {string} name @param {string} kind @returns {Parameter} */
const row = (name, kind) => ({
  name,
  kind,
  pattern: '',
  words: null,
  repeated: false,
  filters: true,
  figures: false,
  default: [],
});

/** @param {Parameter[]} parameters */
const grammarOf = parameters =>
  new LinkGrammar({
    parameters,
    whole: ['2023-01-01T00:00', '2024-01-01T00:00'],
    foreign: [],
    tracking: [],
    tracking_starts: [],
    most_characters: 200,
    groups: null,
    versions: null,
  });

test('a parameter whose kind of value is not read here is left out, and the rest is read', () => {
  const link = grammarOf([row('q', 'text'), row('depth', 'depth')]);
  const {values, leftOut} = link.read('q=bridge&depth=12');
  assert.deepEqual([...values], [['q', ['bridge']]]);
  assert.deepEqual(leftOut, ['depth']);
});

test('what was known at a moment is not a filter of a site, and stays in its links', () => {
  const link = grammarOf([row('q', 'text'), row('known', 'moment')]);
  const {values} = link.read('q=bridge&known=2023-05-03');
  assert.equal(link.writeFilters(values), 'q=bridge');
  assert.equal(link.write(values), 'q=bridge&known=2023-05-04T00:00');
  const last = 'q=bridge&known=2999-12-31';
  assert.equal(link.write(link.read(last).values), last);
});

test('an event that the record does not have is named, the last one where there are two', () => {
  const link = grammarOf([{...row('event', 'word'), filters: false, words: ['port', 'tower']}]);
  assert.equal(link.read('event=port&event=gone').lostEvent, 'gone');
  for (const query of ['', 'event=', 'event=port', 'event=port.']) {
    assert.equal(link.read(query).lostEvent, '', query);
  }
});
