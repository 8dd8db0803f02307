// A canvas that has its size from the start: the library's own is first painted at 300 x 150 px,
// for nothing, and again when it knows its size.
import {element} from '../../page/dom.js';

/**
 * Add a canvas to a box that it fills.
 * @param {HTMLElement} box
 * @param {string} id
 * @param {number} density pixels of the canvas for one of CSS
 */
export function addCanvas(box, id, density) {
  const size = box.getBoundingClientRect();
  // Rounded as the library does.
  const [width, height] = [size.width, size.height].map(px =>
    Math.max(1, Math.floor(px * density)),
  );
  const canvas = element('canvas', {id, width, height});
  box.append(canvas);
  return canvas;
}
