import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Facets} from '../../../geo/drawing/browser/filters/facets.js';
import {fourEvents} from '../examples.js';

const {filters} = new Facets(fourEvents(), 4);

test('words come first, then voices, as counts need them; each has the bit of its place', () => {
  const facets = new Facets(fourEvents(), 4);
  const names = facets.filters.map(({name}) => name);
  assert.deepEqual(names.slice(0, 3), ['type', 'region', 'voice=confirmed']);
  assert.deepEqual(
    names.map(name => facets.bitOf(name)),
    names.map((_, index) => 2 ** index),
  );
});

test('each parameter has one control, however many filters share it', () => {
  const voice = fourEvents().voices[0];
  const content = {...fourEvents(), voices: [voice, {...voice, id: 'denied'}]};
  const {filters: all} = new Facets(content, 4);
  assert.equal(all.filter(({parameter}) => parameter === 'voice').length, 2);
  assert.deepEqual(
    all.filter(({control}) => control).map(({parameter}) => parameter),
    [...new Set(all.map(({parameter}) => parameter))],
  );
});

test('a filter that is not set judges nothing', () => {
  for (const {passes} of filters) assert.equal(passes([], null), null);
});

test('a filter that is not in the list has no bit', () => {
  const facets = new Facets(fourEvents(), 4);
  assert.equal(facets.bitOf('region'), 2);
  assert.throws(() => facets.bitOf('height'), /found no filter height/);
});
