// A scale bar that is right at the centre of the map.
import {element} from '../page/dom.js';
import {metresPerPixel} from './camera/map_scale.js';

const WIDEST_PX = 110;

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
