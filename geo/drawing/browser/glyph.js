// The mark of one event: its colour says the group or type, its fill how far it is verified.
import {cssColour, drawing} from './dom.js';

/**
 * @param {string} path of geo/drawing/marks.py, in a square of 16
 * @param {string | number[]} colour
 * @returns {SVGElement}
 */
export function glyph(path, colour) {
  const node = drawing('svg', {class: 'glyph', viewBox: '0 0 16 16', width: 16, height: 16, fill: 'currentColor', 'aria-hidden': 'true'}, drawing('path', {d: path}));
  node.style.color = cssColour(colour);
  return node;
}
