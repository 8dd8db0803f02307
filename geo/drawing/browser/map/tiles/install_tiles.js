// Brings to a page what draws tiles.
import {BaseNames} from './base_names.js';
import {tileKit} from './tile_kit.js';
import {createTileLayer} from './tile_layer.js';

export function installTiles() {
  tileKit.tools = {
    createLayer: createTileLayer,
    createNames: onArrival => new BaseNames(onArrival),
  };
}
