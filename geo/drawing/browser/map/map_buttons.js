// The buttons over the map: zoom in, zoom out, fit all that is found, and what is outside the map.
import {element, iconButton} from '../page/dom.js';
import {WORDS} from '../page/words.js';

const PLUS = 'M9 4h2v5h5v2h-5v5H9v-5H4V9h5z';
const MINUS = 'M4 9h12v2H4z';
const WHOLE = 'M4 4h5v2H6v3H4zM11 4h5v5h-2V6h-3zM4 11h2v3h3v2H4zM14 11h2v5h-5v-2h3z';

/** @param {{onZoom: (levels: number) => void, onFit: () => void, note: HTMLElement}} parts */
export function buildMapButtons({onZoom, onFit, note}) {
  return element(
    'div',
    {class: 'map-buttons'},
    note,
    iconButton(WORDS.zoomIn, PLUS, () => onZoom(1)),
    iconButton(WORDS.zoomOut, MINUS, () => onZoom(-1)),
    iconButton(WORDS.wholeExtent, WHOLE, onFit),
  );
}
