// A paint of the base map that is shown in place of another zoom, while the view flies.

export const FADES_FROM = 1; // levels of zoom
const GONE_AT = 2.5;

/**
 * How much is seen of a paint of another zoom: its lines would be bands, and its land a blur.
 * @param {number} levels how many levels of zoom lie between
 */
export const fadeFarAway = levels =>
  Math.min(1, Math.max(0, (GONE_AT - Math.abs(levels)) / (GONE_AT - FADES_FROM)));
