// What draws tiles. A page without a server has no tiles, and does not contain the code for them.
/** @import {DeckNamespace, Layer} from '../../types/deck.js' */
/** @import {WrittenLayer} from '../../types/layers.js' */
/** @import {BaseNames} from './base_names.js' */

/**
 * @typedef {object} TileTools
 * @property {(deck: DeckNamespace, written: WrittenLayer) => Layer} createLayer
 * @property {(onArrival: () => void) => BaseNames} createNames
 */

/** @type {{tools: TileTools | null}} */
export const tileKit = {tools: null};
