// A paint of the base map that is shown in place of another camera's, while the view moves.
/** @import {Viewport, ViewState} from '../../types/deck.js' */

export const FADES_FROM = 1; // levels of zoom
const GONE_AT = 2.5;

/**
 * How much is seen of a paint of another zoom: its lines would be bands, and its land a blur.
 * @param {number} levels how many levels of zoom lie between
 */
const fadeFarAway = levels =>
  Math.min(1, Math.max(0, (GONE_AT - Math.abs(levels)) / (GONE_AT - FADES_FROM)));

/**
 * Move and scale what is painted: on a flat Web Mercator map that is exact, only blurred.
 * @param {HTMLElement} box of the canvas
 * @param {Viewport | undefined} painted none if nothing was painted yet
 * @param {ViewState} view what it is to show
 */
export function shiftPaint(box, painted, view) {
  if (!painted) return;
  const scale = 2 ** (view.zoom - painted.zoom);
  const [x, y] = painted.project([view.longitude, view.latitude]);
  const [dx, dy] = [painted.width / 2 - scale * x, painted.height / 2 - scale * y];
  box.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
  box.style.opacity = String(fadeFarAway(view.zoom - painted.zoom));
}

/** Show a paint as it is: of the present camera. @param {HTMLElement} box of the canvas */
export function showPaint(box) {
  box.style.transform = '';
  box.style.opacity = '';
}
