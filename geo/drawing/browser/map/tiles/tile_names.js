// Names of towns that come with tiles: as many as fit between those that the map sets itself.
/** @import {Layer} from '../../types/deck.js' */
/** @import {NameStyle} from './tile_style.js' */

/** @typedef {NameStyle & {text: string, lon: number, lat: number}} TileName */
/** @typedef {[left: number, top: number, right: number, bottom: number]} PixelBox */
/**
 * @typedef {object} NameRow a name of geo/drawing/basemap/labels.py
 * @property {string} text
 * @property {string} kind
 * @property {number} band
 * @property {number} lon
 * @property {number} lat
 * @property {number} size
 * @property {string} anchor
 * @property {string} baseline
 * @property {number} dx
 * @property {number} dy
 */

const LINE_HEIGHT = 1.2;
const LETTER = 0.56; // of the size: as wide as a letter is on average
const GAP_PX = 5;
const APART_PX = 3;
const CELL_PX = 96;
const SAME_NAME_PX = 160; // at zoom 9: a town may lie so far apart in two sources
const SAME_PLACE_PX = 9;

/** @type {Record<string, number>} of the width or height that lies before the dot */
const BEFORE = {start: 0, middle: 0.5, end: 1, top: 0, center: 0.5, bottom: 1};
/** To the right of the dot, left, above and below. */
const SIDES = [
  {anchor: 'start', baseline: 'center', dx: GAP_PX, dy: 0},
  {anchor: 'end', baseline: 'center', dx: -GAP_PX, dy: 0},
  {anchor: 'middle', baseline: 'bottom', dx: 0, dy: -GAP_PX},
  {anchor: 'middle', baseline: 'top', dx: 0, dy: GAP_PX},
];

/**
 * Web Mercator pixels.
 * @param {{lon: number, lat: number}} place
 * @param {number} zoom
 */
function toPixels({lon, lat}, zoom) {
  const scale = 512 * 2 ** zoom;
  const down = Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
  return {x: (lon / 360) * scale, y: -down * scale};
}

/**
 * @param {{x: number, y: number}} dot
 * @param {Omit<NameRow, 'kind' | 'band' | 'lon' | 'lat'>} name
 * @returns {PixelBox}
 */
function boundName({x, y}, {text, size, anchor, baseline, dx, dy}) {
  const [width, height] = [text.length * LETTER * size, LINE_HEIGHT * size];
  const left = x + dx - width * BEFORE[anchor];
  const top = y + dy - height * BEFORE[baseline];
  return [left, top, left + width, top + height];
}

/** Boxes where a name lies, by the cells that they reach. */
class OccupiedBoxes {
  /** @type {Map<string, PixelBox[]>} */
  #cells = new Map();

  /** @param {PixelBox} box @returns {string[]} */
  static #keys([left, top, right, bottom]) {
    const keys = [];
    for (let x = Math.floor(left / CELL_PX); x <= Math.floor(right / CELL_PX); x++) {
      for (let y = Math.floor(top / CELL_PX); y <= Math.floor(bottom / CELL_PX); y++) {
        keys.push(`${x} ${y}`);
      }
    }
    return keys;
  }

  /** @param {PixelBox} box */
  add(box) {
    for (const key of OccupiedBoxes.#keys(box)) {
      const boxes = this.#cells.get(key);
      if (boxes) boxes.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** @param {PixelBox} box */
  meets([left, top, right, bottom]) {
    return OccupiedBoxes.#keys([left, top, right, bottom]).some(key =>
      this.#cells
        .get(key)
        ?.some(
          other =>
            left < other[2] + APART_PX &&
            right > other[0] - APART_PX &&
            top < other[3] + APART_PX &&
            bottom > other[1] - APART_PX,
        ),
    );
  }
}

/** The letters only, without accents. @param {string} text */
const fold = text =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * The names that fit at a zoom, none on another or on one that is set already.
 * @param {TileName[]} names
 * @param {NameRow[]} fixed set by the map itself, in the band of this zoom
 * @param {number} zoom
 * @returns {NameRow[]}
 */
export function placeNames(names, fixed, zoom) {
  const occupied = new OccupiedBoxes();
  const known = fixed.map(row => ({...toPixels(row, zoom), text: fold(row.text), isFixed: true}));
  fixed.forEach((row, i) => occupied.add(boundName(known[i], row)));
  const sameName = SAME_NAME_PX * 2 ** (zoom - 9);
  const rows = [];
  const heaviestFirst = names
    .filter(({fromZoom}) => fromZoom <= zoom)
    .toSorted((one, other) => other.weight - one.weight || (one.text < other.text ? -1 : 1));
  for (const {text, size, lon, lat} of heaviestFirst) {
    const dot = toPixels({lon, lat}, zoom);
    const folded = fold(text);
    const isKnown = known.some(({x, y, text: other, isFixed}) => {
      const apart = Math.hypot(x - dot.x, y - dot.y);
      if (apart < SAME_PLACE_PX) return true;
      if (apart >= sameName) return false;
      return other === folded || (isFixed && (other.includes(folded) || folded.includes(other)));
    });
    if (isKnown) continue;
    const side = SIDES.find(each => !occupied.meets(boundName(dot, {...each, text, size})));
    if (!side) continue;
    occupied.add(boundName(dot, {...side, text, size}));
    occupied.add([dot.x - 2, dot.y - 2, dot.x + 2, dot.y + 2]);
    known.push({...dot, text: folded, isFixed: false});
    rows.push({text, kind: 'city', band: -1, lon, lat, size, ...side});
  }
  return rows;
}

/**
 * The names that the map itself sets at a zoom.
 * @param {Layer[]} layers
 * @param {number} zoom
 * @returns {NameRow[]}
 */
export function fixedNames(layers, zoom) {
  const layer = layers.find(
    ({id, props: {minZoom = -Infinity, maxZoom = Infinity}}) =>
      id.startsWith('base-names') && zoom >= minZoom && zoom < maxZoom,
  );
  if (!layer || !Array.isArray(layer.props.data)) return [];
  /** @type {NameRow[]} */
  const rows = layer.props.data;
  return rows.filter(({band}) => band === layer.props.band);
}
