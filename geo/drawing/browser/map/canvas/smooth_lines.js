// Lines with smooth edges, on a canvas that does not smooth what is painted on it.
/** @import {DeckNamespace, LayerExtension} from '../../types/deck.js' */

// Half a pixel more on either side, over which the colour fades.
const SHADER = {
  'vs:DECKGL_FILTER_SIZE': 'size.xy += project_pixel_size(0.5);',
  'fs:DECKGL_FILTER_COLOR': `
float linePerPixel = length(vec2(dFdx(geometry.uv.x), dFdy(geometry.uv.x)));
float lineEdgePixels = (1.0 - abs(geometry.uv.x)) / linePerPixel;
color.a *= clamp(lineEdgePixels, 0.0, 1.0);
`,
};

/**
 * An extension of a PathLayer whose widths are pixels.
 * @param {DeckNamespace} deck
 * @returns {LayerExtension}
 */
export function createSmoothLines(deck) {
  class SmoothLines extends deck.LayerExtension {
    static extensionName = 'SmoothLines';

    getShaders() {
      return {inject: SHADER};
    }
  }
  return new SmoothLines();
}
