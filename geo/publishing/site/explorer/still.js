// The still picture of the map, which the reader sees until the live one is drawn.
import {element} from '../../../drawing/browser/dom.js';
/** @import {TimeMap} from '../../../drawing/browser/time_map.js' */

/**
 * Let the live map take the place of the still one: once it is drawn whole, or as soon as the
 * reader asks for something else than the still shows.
 * @param {TimeMap} map
 * @param {HTMLElement} side that holds both
 * @param {() => void} onDrawn called once the live map is drawn whole
 * @returns {() => void} takes the still away
 */
export function replaceStill(map, side, onDrawn) {
  const still = side.querySelector('.still') ?? element('div');
  const remove = () => still.remove();
  const look = () => {
    if (map.message.role === 'alert') {
      side.classList.add('failed');
    } else if (map.view?.events.isPainted && map.view.base.isWhole) {
      remove();
      onDrawn();
    } else requestAnimationFrame(look);
  };
  map.node.addEventListener('pointerdown', remove, {once: true, capture: true});
  map.node.addEventListener('wheel', remove, {once: true, capture: true, passive: true});
  look();
  return remove;
}
