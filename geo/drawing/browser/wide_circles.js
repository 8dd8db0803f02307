// A circle that fills the view becomes an outline: its colour would lie over all that is shown.
/** @import {DeckNamespace, LayerExtension} from './deck.js' */

// Of half the shorter side of the map: from the first on the fill fades, at the second it is gone.
const THINS_FROM = 0.35;
const IS_OUTLINE_AT = 0.8;

const OUTLINE_SHADER = {
  'vs:#main-end': `
float wideCircleHalf = 0.5 * min(project.viewportSize.x, project.viewportSize.y)
    / project.devicePixelRatio;
vFillColor.a *= 1.0
    - smoothstep(${THINS_FROM}, ${IS_OUTLINE_AT}, outerRadiusPixels / wideCircleHalf);
`,
};

/**
 * An extension of a ScatterplotLayer.
 * @param {DeckNamespace} deck
 * @returns {LayerExtension}
 */
export function createWideCircles(deck) {
  class WideCircles extends deck.LayerExtension {
    static extensionName = 'WideCircles';

    getShaders() {
      return {inject: OUTLINE_SHADER};
    }
  }
  return new WideCircles();
}
