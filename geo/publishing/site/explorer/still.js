// The still pictures of the map, which the reader sees until the live one is drawn.
/** @import {TimeMap} from '../../../drawing/browser/time_map.js' */

export class StillMap {
  /** @type {HTMLElement | null} below the live map, which moves and in the end removes it */
  base = null;
  #events;

  /**
   * @param {TimeMap} map
   * @param {HTMLElement} side that holds map and pictures
   */
  constructor(map, side) {
    this.map = map;
    this.side = side;
    this.base = side.querySelector('.still-base');
    this.#events = side.querySelector('.still-events');
    if (document.documentElement.classList.contains('asked')) this.drop();
    map.node.addEventListener('pointerdown', () => this.#touch(), {capture: true});
    map.node.addEventListener('wheel', () => this.#touch(), {capture: true, passive: true});
  }

  /** The live map is about to show something else than the stills do. */
  drop() {
    this.#events?.remove();
    if (this.map.view) return;
    this.base?.remove();
    this.base = null;
  }

  /** The reader moves what is live. */
  #touch() {
    if (this.map.view) this.#events?.remove();
  }

  /**
   * Let the live map take the place of the stills, its events first.
   * @param {() => void} onDrawn called once it is drawn whole
   */
  replace(onDrawn) {
    const {map, side} = this;
    if (map.message.role === 'alert') {
      side.classList.add('failed');
      return;
    }
    if (map.view?.events.isPainted) this.#events?.remove();
    if (map.view?.events.isPainted && map.view.base.isWhole) onDrawn();
    else requestAnimationFrame(() => this.replace(onDrawn));
  }
}
