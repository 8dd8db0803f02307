// The mark of one event: its colour says the group or type, its shape the verification.
import {cssColour, svgElement} from '../page/dom.js';
/** @import {Colour} from '../types/events.js' */

/**
 * @param {string} path of geo/drawing/marks/marks.py, in a square of 16
 * @param {Colour} colour
 */
export function glyph(path, colour) {
  const node = svgElement(
    'svg',
    {
      class: 'glyph',
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      fill: 'currentColor',
      'aria-hidden': 'true',
    },
    svgElement('path', {d: path}),
  );
  node.style.color = cssColour(colour);
  return node;
}
