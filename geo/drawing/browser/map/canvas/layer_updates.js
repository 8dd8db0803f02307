// Layers of a deck as they are now, for a paint at once.
/** @import {Deck} from '../../types/deck.js' */

/**
 * Bring the layers of a deck up to its props and its camera. The library does so in its next frame
 * only: a paint before that shows the layers as they were, and is followed by another.
 * @param {Deck | null} deck
 */
export function updateLayers(deck) {
  const layers = deck?.layerManager;
  if (!layers) return;
  const [viewport] = deck.getViewports();
  for (const layer of layers.getLayers()) layer.activateViewport(viewport);
  layers.updateLayers();
}
