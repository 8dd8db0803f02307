// A still of the base map, below the events: it follows the camera until the live base is drawn.
import {fitCamera} from '../camera/map_camera.js';
/** @import {DeckNamespace, ViewState} from '../../types/deck.js' */
/** @import {MapStyle} from '../../types/events.js' */

export class StillBase {
  #picture;

  /**
   * @param {DeckNamespace} deck
   * @param {HTMLElement} frame of the map
   * @param {HTMLElement} node over the same place, whose first child shows the bounds, fitted to
   *   the frame by the style sheet
   * @param {MapStyle['bounds']} bounds
   */
  constructor(deck, frame, node, bounds) {
    this.deck = deck;
    this.frame = frame;
    this.node = node;
    this.bounds = bounds;
    this.#picture = /** @type {HTMLElement} */ (node.firstElementChild);
  }

  /** Move and scale it: on a flat Web Mercator map that is exact. @param {ViewState} view */
  follow(view) {
    const {clientWidth: width, clientHeight: height} = this.frame;
    if (!width || !height) return;
    const shown = fitCamera(this.deck, this.bounds, this.frame);
    const turns = Math.round((view.longitude - shown.longitude) / 360);
    const viewport = new this.deck.WebMercatorViewport({...view, width, height});
    const [x, y] = viewport.project([shown.longitude + 360 * turns, shown.latitude]);
    const scale = 2 ** (view.zoom - shown.zoom);
    const move = `translate(${x - width / 2}px, ${y - height / 2}px)`;
    this.#picture.style.transform = `${move} scale(${scale})`;
  }

  remove() {
    this.node.remove();
  }
}
