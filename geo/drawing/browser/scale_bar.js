// A scale bar that is right at the centre of the map.
import {element} from './dom.js';

// WGS 84, semi-major axis in metres and first eccentricity squared (NIMA TR8350.2).
const SEMI_MAJOR_M = 6378137;
const ECCENTRICITY_2 = 0.00669437999014;
const WIDEST_PX = 110;

/**
 * Metres on the ellipsoid that one pixel covers, west to east, at the centre of a Web Mercator map.
 * @param {number} latitude degrees
 * @param {number} zoom deck.gl's, 512 px for the whole world at 0
 */
export function metresPerPixel(latitude, zoom) {
  const phi = (latitude * Math.PI) / 180;
  const radius =
    (SEMI_MAJOR_M * Math.cos(phi)) / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2);
  return (2 * Math.PI * radius) / (512 * 2 ** zoom);
}

/** The longest 1, 2 or 5 times a power of ten, in metres, that fits. @param {number} metres */
export function roundLength(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return ([5, 2].find(n => n * power <= metres) ?? 1) * power;
}

export class ScaleBar {
  constructor() {
    this.node = element('div', {class: 'scale-bar'});
  }

  /**
   * @param {{latitude: number, zoom: number}} view
   * @param {string} lang
   */
  show({latitude, zoom}, lang) {
    const perPixel = metresPerPixel(latitude, zoom);
    const metres = roundLength(perPixel * WIDEST_PX);
    const isShort = metres < 1000;
    const unit = isShort ? 'meter' : 'kilometer';
    const number = new Intl.NumberFormat(lang, {style: 'unit', unit});
    this.node.textContent = number.format(isShort ? metres : metres / 1000);
    this.node.style.width = `${(metres / perPixel).toFixed(1)}px`;
  }
}
