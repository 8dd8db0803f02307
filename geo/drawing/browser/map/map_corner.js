// The corner of the map that says how long a kilometre is, and what is not drawn.
import {element} from '../page/dom.js';
import {WORDS} from '../page/words.js';
import {ScaleBar} from './scale_bar.js';
/** @import {Layer} from '../types/deck.js' */

const STREETS_FROM = 12; // from here on a reader looks for streets

/**
 * Whether a reader misses the streets.
 * @param {{longitude: number, latitude: number, zoom: number}} view
 * @param {number[] | null} streets west, south, east, north of a street map
 */
export function missesStreets({longitude, latitude, zoom}, streets) {
  if (zoom < STREETS_FROM) return false;
  if (!streets) return true;
  const [west, south, east, north] = streets;
  const lon = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return lon < west || lon > east || latitude < south || latitude > north;
}

export class MapCorner {
  #scaleBar = new ScaleBar();
  #note = element('p', {class: 'no-streets', hidden: true}, WORDS.noStreets);
  /** @type {number[] | null} */
  #streets = null;
  nodes = [this.#scaleBar.node, this.#note];

  /** Learn which streets are there. @param {Layer[]} layers */
  setLayers(layers) {
    const streets = layers.find(({id}) => id === 'base-tiles-streets');
    this.#streets = /** @type {number[] | null} */ (streets?.props.extent ?? null);
  }

  /**
   * @param {{longitude: number, latitude: number, zoom: number}} view
   * @param {string} lang
   */
  show(view, lang) {
    this.#scaleBar.show(view, lang);
    this.#note.hidden = !missesStreets(view, this.#streets);
  }
}
