// The names of towns on the base map that come with its tiles, placed again as tiles arrive and as
// the zoom changes.
import {readNames} from './tile_layer.js';
import {fixedNames, placeNames} from './tile_names.js';
/** @import {Layer, Tile} from '../../types/deck.js' */
/** @import {NameRow, TileName} from './tile_names.js' */

const STEPS = 2; // to a level of zoom

export class BaseNames {
  /** @type {Map<string, TileName[]>} by the layer of their tiles */
  #names = new Map();
  /** @type {NameRow[]} */
  #rows = [];
  /** What they were placed for. */
  #placed = '';
  #arrivals = 0;

  /** @param {() => void} onArrival tiles have come */
  constructor(onArrival) {
    this.onArrival = onArrival;
  }

  /** Listen to a layer, if it is one of tiles. @param {Layer} layer */
  watch(layer) {
    if (!layer.props.tileZooms) return layer;
    const lang = String(layer.props.lang ?? 'en');
    return layer.clone({
      onViewportLoad: (/** @type {Tile[]} */ tiles) => {
        this.#names.set(layer.id, readNames(tiles, lang));
        this.#arrivals += 1;
        // Tiles may come while deck.gl updates its layers: layers set then would be lost.
        queueMicrotask(this.onArrival);
      },
    });
  }

  /**
   * Place the names; return whether anything has changed.
   * @param {Layer[]} layers of the base map
   * @param {number} zoom
   */
  place(layers, zoom) {
    if (!this.#names.size) return false;
    const step = Math.floor(zoom * STEPS) / STEPS;
    const fixed = fixedNames(layers, zoom);
    const wanted = [step, this.#arrivals, fixed.length].join(' ');
    if (wanted === this.#placed) return false;
    this.#placed = wanted;
    // The streets' own names come first where both have one.
    const names = [...this.#names].toSorted(([one], [other]) => (one < other ? 1 : -1));
    this.#rows = placeNames(names.flatMap(([, each]) => each), fixed, step); // prettier-ignore
    return true;
  }

  /** Give the layers of names their rows. @param {Layer[]} layers @returns {Layer[]} */
  dress(layers) {
    return layers.map(layer =>
      layer.id.startsWith('base-towns-') && layer.props.data !== this.#rows
        ? layer.clone({data: this.#rows})
        : layer,
    );
  }
}
