// `geo check` says of which layers nothing is drawn: its list is that of what is drawn here.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {styleArea, styleLine, styleName} from '../../geo/drawing/browser/tile_style.js';

const source = readFileSync(new URL('../../geo/story/street_map.py', import.meta.url), 'utf8');
const listed = source.match(/DRAWN_LAYERS = frozenset\(([^=]*?)\n\)/)?.[1] ?? '';
const names = [...listed.matchAll(/"(\w+)"/g)].map(([, name]) => name);

/** @param {string} layer */
const isDrawn = layer =>
  [{}, {kind: 'park'}, {class: 'city'}].some(
    properties =>
      styleArea(layer, properties) ?? styleLine(layer, properties) ?? styleName(layer, properties),
  );

test('each layer that the check knows is drawn, and others are not', () => {
  assert.ok(names.length > 10);
  assert.deepEqual(
    names.filter(name => !isDrawn(name)),
    [],
  );
  for (const other of ['pois', 'boundaries', 'boundary', 'mountain_peak', 'housenumber']) {
    assert.equal(isDrawn(other), false, other);
  }
});
