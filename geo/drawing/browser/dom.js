// Builds elements from text alone: no markup is ever parsed, so no event can become one.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {Element} node
 * @param {Record<string, string | number | boolean | null>} attributes null and false leave one out
 * @param {(Node | string)[]} children
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false)
      node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children);
  return node;
}

/** @returns {HTMLElement} */
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** @returns {SVGElement} */
export function drawing(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** A 20 x 20 pictogram for a button, in the colour of its text. */
export function pictogram(path) {
  return drawing(
    'svg',
    {viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true'},
    drawing('path', {d: path, fill: 'currentColor'}),
  );
}

/** A button with a pictogram and a spoken name that is also its tooltip. */
export function pictureButton(name, path, onclick) {
  const button = element(
    'button',
    {type: 'button', class: 'button picture', 'aria-label': name, title: name},
    pictogram(path),
  );
  button.onclick = onclick;
  return button;
}

/** @param {string | number[]} colour a CSS colour, or red, green, blue as pydeck writes them */
export function cssColour(colour) {
  return Array.isArray(colour) ? `rgb(${colour.slice(0, 3).join(' ')})` : colour;
}

/** Put values into the {slots} of a sentence. */
export function sentence(template, values) {
  return template.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
}

export const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
