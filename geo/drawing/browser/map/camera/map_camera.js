// Cameras of the map: where it looks, in the digits of a link and in what fits into its frame.
/** @import {DeckNamespace, ViewState} from '../../types/deck.js' */
/** @import {Camera, CameraTriple, MapStyle} from '../../types/events.js' */

export const ZOOMS = {minZoom: 1.5, maxZoom: 16};
const CLOSEST_FIT = 12; // a single place is shown with what lies around it
const MARGIN_PX = 24;
const FARTHEST_NORTH = 85; // of a Web Mercator map

/** @type {(zoom: number) => number} */
export const allowedZoom = zoom => Math.min(ZOOMS.maxZoom, Math.max(ZOOMS.minZoom, zoom));

/** A view without what moves it on. @param {ViewState} view @returns {ViewState} */
export function dropMotion({longitude, latitude, zoom, pitch, bearing}) {
  return {longitude, latitude, zoom, pitch, bearing};
}

/** A camera in the digits of a link. @param {Camera} camera @returns {CameraTriple} */
export function roundCamera({longitude, latitude, zoom}) {
  return [Number(longitude.toFixed(4)), Number(latitude.toFixed(4)), Number(zoom.toFixed(2))];
}

/** @param {Camera | null} camera @returns {CameraTriple | null} */
export const cameraTriple = camera => camera && [camera.longitude, camera.latitude, camera.zoom];

/**
 * The camera that holds west, south, east, north; east may lie beyond the antimeridian.
 * @param {DeckNamespace} deck
 * @param {MapStyle['bounds']} bounds degrees
 * @param {{clientWidth: number, clientHeight: number}} frame px
 * @returns {Camera}
 */
export function fitCamera(deck, [west, south, east, north], {clientWidth, clientHeight}) {
  const [width, height] = [Math.max(64, clientWidth), Math.max(64, clientHeight)];
  const {longitude, latitude, zoom} = new deck.WebMercatorViewport({width, height}).fitBounds(
    [
      [west, Math.max(-FARTHEST_NORTH, south)],
      [east < west ? east + 360 : east, Math.min(FARTHEST_NORTH, north)],
    ],
    {padding: Math.min(MARGIN_PX, width / 8, height / 8)},
  );
  return {
    longitude: ((longitude + 540) % 360) - 180,
    latitude,
    zoom: Math.min(CLOSEST_FIT, Math.max(ZOOMS.minZoom, zoom)),
  };
}
