// The mark of one event: its colour says the group or type, its fill the verification.
import {cssColour, svgElement} from './dom.js';
/** @import {Colour} from './types.js' */

const RING = {cx: 8, cy: 8, r: 5.5, fill: 'none', 'stroke-width': 2};

/** @param {import('./dom.js').Attributes} attributes */
const ring = attributes => svgElement('circle', {...RING, ...attributes});
const slash = () =>
  svgElement('path', {
    d: 'M2.4 13.6 13.6 2.4',
    fill: 'none',
    'stroke-width': 2,
    'stroke-linecap': 'round',
  });
const leftHalf = () =>
  svgElement('path', {
    d: 'M8 2.5a5.5 5.5 0 0 0 0 11z',
    fill: 'currentColor',
    stroke: 'none',
  });

/**
 * How each word of `verification` is drawn; the map's icons follow the same rule.
 * @param {string} verification an unknown word is drawn as unverified
 */
function shapesOf(verification) {
  switch (verification) {
    case 'verified':
      return [ring({fill: 'currentColor'})];
    case 'partly_verified':
      return [ring({}), leftHalf()];
    case 'disputed':
      return [ring({'stroke-dasharray': '2.96 1.975'})];
    case 'false':
    case 'retracted':
      return [ring({}), slash()];
    default:
      return [ring({})];
  }
}

/**
 * @param {string} verification a word of the vocabulary
 * @param {Colour} colour
 */
export function glyph(verification, colour) {
  const node = svgElement(
    'svg',
    {
      class: 'glyph',
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      stroke: 'currentColor',
      'aria-hidden': 'true',
    },
    ...shapesOf(verification),
  );
  node.style.color = cssColour(colour);
  return node;
}
