// The layers of a map: read from pydeck's spec, drawn again when the spec or the filters change.
import {readLayers} from './deck_spec.js';
import {createTimeFilter, withTimeFilter} from './time_filter.js';
import {createWideCircles} from './wide_circles.js';
/** @import {Choices} from './choices.js' */
/** @import {DeckNamespace, LayerExtension} from './deck.js' */
/** @import {ReadLayer} from './deck_spec.js' */
/** @import {MapView} from './map_view.js' */
/** @import {TimeMapOptions} from './types.js' */

export class MapLayers {
  /** @type {ReadLayer[]} the lowest first */
  #layers = [];
  /** Of the spec that the layers were read from. */
  #hash = '';
  /** What was drawn last; empty at first. */
  #drawn = '';
  /** @type {LayerExtension | null} */
  #filter = null;

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
    this.#filter ??= createTimeFilter(deck, this.choices, possible_opacity);
    if (hash === this.#hash) return;
    const layers = await readLayers(deck, spec, base);
    if (!isNewest()) return;
    const outline = createWideCircles(deck);
    this.#layers = layers.map(({layer, address}) => ({
      layer: layer.id === 'events-discs' ? layer.clone({extensions: [outline]}) : layer,
      address,
    }));
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
    const filter = this.#filter;
    const {interval, filters} = this.choices.versions;
    const drawn = [this.#hash, interval, filters].join(' ');
    if (!filter || drawn === this.#drawn) return; // a rerun alone is no reason to paint
    this.#drawn = drawn;
    const layers = this.#layers.map(({layer, address}) =>
      address === rows ? withTimeFilter(layer, filter, this.choices) : layer,
    );
    view.setLayers(layers);
  }
}
