import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BaseNames} from '../../../../geo/drawing/browser/map/tiles/base_names.js';

/** @param {object} props @returns {any} a layer as far as names are concerned */
const layerOf = props => ({
  id: 'base-tiles',
  props,
  clone: (/** @type {object} */ more) => layerOf({...props, ...more}),
});

test('names are placed once the library has updated its layers, never meanwhile', async () => {
  let isUpdating = true;
  let arrivals = 0;
  const names = new BaseNames(() => {
    assert.ok(!isUpdating, 'layers that are set now are lost');
    arrivals += 1;
  });
  /** @type {any} */
  const watched = names.watch(layerOf({tileZooms: [0, 4]}));
  watched.props.onViewportLoad([]);
  isUpdating = false;
  await Promise.resolve();
  assert.equal(arrivals, 1);
});

test('only layers of tiles are listened to', () => {
  const layer = layerOf({});
  assert.equal(new BaseNames(() => {}).watch(layer), layer);
});
