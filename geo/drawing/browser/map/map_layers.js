// The layers of a map: read from pydeck's spec, drawn again when the spec or the filters change.
import {readLayers} from './deck_spec.js';
/** @import {Choices} from '../filters/choices.js' */
/** @import {DeckNamespace} from '../types/deck.js' */
/** @import {TimeMapOptions} from '../types/options.js' */
/** @import {ReadLayer} from './deck_spec.js' */
/** @import {DrawnSizes} from './events/events_at.js' */
/** @import {MapView} from './map_view.js' */

export class MapLayers {
  /** @type {ReadLayer[]} the lowest first */
  #layers = [];
  /** Hash of the spec that the layers were read from. */
  #hash = '';
  /** What was drawn last; empty at first. */
  #drawn = '';
  /** Opacity of an event that only possibly passes the filters. */
  #possibleOpacity = 1;
  /** @type {DrawnSizes | null} of the events, once they are drawn */
  sizes = null;

  /** @param {Choices} choices */
  constructor(choices) {
    this.choices = choices;
  }

  /**
   * Read the layers that Python asks for.
   * @param {DeckNamespace} deck
   * @param {TimeMapOptions} options
   * @param {() => boolean} isNewest whether nothing else was asked for meanwhile
   */
  async read(deck, {spec, base, hash, possible_opacity}, isNewest) {
    this.#possibleOpacity = possible_opacity;
    if (hash === this.#hash) return;
    const layers = await readLayers(deck, spec, base);
    if (!isNewest()) return;
    this.#layers = layers;
    this.#hash = hash;
  }

  /** Prepare the layers for another view: those that one has drawn are its own. */
  renew() {
    this.#drawn = '';
    this.#layers = this.#layers.map(({layer, address}) => ({layer: layer.clone({}), address}));
  }

  /**
   * Draw the layers, those of the events with the filters on them.
   * @param {MapView} view
   * @param {string} rows address of the event rows
   */
  draw(view, rows) {
    const {choices} = this;
    const {versions} = choices;
    const drawn = [this.#hash, versions.interval, versions.filters].join(' ');
    if (!choices.events || drawn === this.#drawn) return; // a rerun alone need not paint
    this.#drawn = drawn;
    const events = this.#layers.find(({address}) => address === rows);
    const props = /** @type {unknown} */ (events?.layer.props ?? null);
    this.sizes = /** @type {DrawnSizes | null} */ (props);
    const shown = {choices, versions, possibleOpacity: this.#possibleOpacity};
    view.setLayers(
      this.#layers.map(({layer, address}) => (address === rows ? layer.clone(shown) : layer)),
    );
  }
}
