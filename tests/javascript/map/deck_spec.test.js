import assert from 'node:assert/strict';
import {test} from 'node:test';
import {atItsZoom, isBase} from '../../../geo/drawing/browser/map/deck_spec.js';

test('a layer is drawn from its first zoom up to its last, that not included', () => {
  const layer = {props: {id: 'near', minZoom: 7, maxZoom: 9}};
  const drawn = [6.99, 7, 8.99, 9].map(zoom => atItsZoom({layer, viewport: {zoom}}));
  assert.deepEqual(drawn, [false, true, true, false]);
  assert.ok(atItsZoom({layer: {props: {id: 'always'}}, viewport: {zoom: 1}}));
});

test('a layer belongs to the base by its name', () => {
  assert.ok(isBase({id: 'base-land'}));
  assert.ok(!isBase({id: 'events-base'}));
});
