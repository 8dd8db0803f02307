// Builds elements from text alone: no markup is ever parsed, so no event can become one.
/** @import {Colour} from '../types/events.js' */

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Record<string, string | number | boolean | null>} Attributes null, false: left out */

/**
 * @template {Element} T
 * @param {T} node
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 * @returns {T}
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(...children);
  return node;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
export function svgElement(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * A titled block of the panel.
 * @param {string} title
 * @param {...Node} content
 */
export const titledBlock = (title, ...content) =>
  element(
    'div',
    {class: 'block'},
    element('span', {class: 'block-name', 'aria-hidden': 'true'}, title),
    ...content,
  );

/** A 20 x 20 icon for a button, in the colour of its text. @param {string} path */
export function icon(path) {
  return svgElement(
    'svg',
    {viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true'},
    svgElement('path', {d: path, fill: 'currentColor'}),
  );
}

/**
 * A button with an icon and a spoken name that is also its tooltip.
 * @param {string} name
 * @param {string} path
 * @param {() => void} onclick
 */
export function iconButton(name, path, onclick) {
  const button = element(
    'button',
    {type: 'button', class: 'button picture', 'aria-label': name, title: name},
    icon(path),
  );
  button.onclick = onclick;
  return button;
}

/** @param {Colour} colour a CSS colour, or red, green, blue as pydeck writes them */
export function cssColour(colour) {
  return typeof colour === 'string' ? colour : `rgb(${colour.slice(0, 3).join(' ')})`;
}

/** Whether an element has the focus, in the page or in its shadow root. @param {Element} node */
export function hasFocus(node) {
  const root = node.getRootNode();
  return (root instanceof ShadowRoot ? root : document).activeElement === node;
}

const RELEASE_MS = 50;

/**
 * Do something once nothing in an element is pressed: a button that is replaced between press and
 * release is not clicked.
 * @param {Element} node
 * @param {() => void} act
 */
export function whenReleased(node, act) {
  if (node.matches(':active')) setTimeout(whenReleased, RELEASE_MS, node, act);
  else act();
}

export const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
