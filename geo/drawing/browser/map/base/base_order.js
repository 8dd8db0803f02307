// In which order the base map is drawn the first time: what the first view needs comes first.
/** @import {Layer} from '../../types/deck.js' */

/** Names need a font atlas and a shader. @param {Layer} layer */
const isName = ({id}) => /^base-(names|dots|towns)/.test(id);

/** Tiles cost requests, and shaders of their own. @param {Layer} layer */
const isTiles = ({props}) => Boolean(props.tileZooms);

/** @param {Layer} layer @param {number} zoom */
function isInView({props}, zoom) {
  const {minZoom = -Infinity, maxZoom = Infinity, tileZooms, visibleMinZoom} = props;
  if (tileZooms) return zoom >= Number(visibleMinZoom ?? -Infinity);
  return zoom >= minZoom && zoom < maxZoom;
}

/**
 * Layers in stages, each with those before it: the land in view; its names and tiles; what other
 * zooms need.
 * @param {Layer[]} layers
 * @param {number} zoom
 * @returns {Layer[][]}
 */
export function orderFirstPaint(layers, zoom) {
  const inView = layers.filter(layer => isInView(layer, zoom));
  return [inView.filter(layer => !isName(layer) && !isTiles(layer)), inView, layers];
}
