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

/** The longest 1, 2 or 5 times a power of ten, in metres, that fits. */
export function roundLength(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].find(n => n * power <= metres) * power;
}

export class ScaleBar {
  constructor() {
    this.node = element('div', {class: 'scale-bar'});
  }

  show({latitude, zoom}, lang) {
    const perPixel = metresPerPixel(latitude, zoom);
    const metres = roundLength(perPixel * WIDEST_PX);
    const [value, unit] = metres < 1000 ? [metres, 'meter'] : [metres / 1000, 'kilometer'];
    this.node.textContent = new Intl.NumberFormat(lang, {style: 'unit', unit}).format(value);
    this.node.style.width = `${(metres / perPixel).toFixed(1)}px`;
  }
}
