// The mark of one event: its colour says the group or type, its fill how far it is verified.
import {cssColour, drawing} from './dom.js';

const RING = {cx: 8, cy: 8, r: 5.5, fill: 'none', 'stroke-width': 2};
const ring = attributes => drawing('circle', {...RING, ...attributes});
const line = d => drawing('path', {d, fill: 'none', 'stroke-width': 2, 'stroke-linecap': 'round'});
const SLASH = 'M2.4 13.6 13.6 2.4';

/** How each word of `verification` is drawn; the map's icons follow the same rule. */
const SHAPES = {
  verified: () => [ring({fill: 'currentColor'})],
  partly_verified: () => [
    ring(),
    drawing('path', {d: 'M8 2.5a5.5 5.5 0 0 0 0 11z', fill: 'currentColor', stroke: 'none'}),
  ],
  unverified: () => [ring()],
  unverifiable: () => [ring()],
  disputed: () => [ring({'stroke-dasharray': '2.96 1.975'})],
  false: () => [ring(), line(SLASH)],
  retracted: () => [ring(), line(SLASH)],
};

/**
 * @param {string} verification a word of the vocabulary; an unknown one is drawn as unverified
 * @param {string | number[]} colour
 * @returns {SVGElement}
 */
export function glyph(verification, colour) {
  const shapes = Object.hasOwn(SHAPES, verification) ? SHAPES[verification] : SHAPES.unverified;
  const node = drawing(
    'svg',
    {
      class: 'glyph',
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      stroke: 'currentColor',
      'aria-hidden': 'true',
    },
    ...shapes(),
  );
  node.style.color = cssColour(colour);
  return node;
}
