import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Facets} from '../../../geo/drawing/browser/filters/facets.js';
import {fourEvents} from '../examples.js';

const {filters} = new Facets(fourEvents(), 4);

test('filters are in the order of their bits, by the names of the link', () => {
  assert.deepEqual(
    filters.map(({name}) => name),
    ['type', 'region', 'voice=confirmed', 'reach', 'q', 'changed', 'known'],
  );
});

test('each parameter has one control, however many filters share it', () => {
  const voice = fourEvents().voices[0];
  const content = {...fourEvents(), voices: [voice, {...voice, id: 'denied'}]};
  const controlled = new Facets(content, 4).filters.filter(({control}) => control);
  assert.deepEqual(
    controlled.map(({parameter}) => parameter),
    ['type', 'region', 'voice', 'reach', 'q', 'changed', 'known'],
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
