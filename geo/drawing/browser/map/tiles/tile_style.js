// What of a map tile is drawn, and how: calm below the events. Three schemas are known: that of
// our own tiles, Protomaps and OpenMapTiles. No border is drawn from a tile: the map has its own.
/** @import {TileColour} from '../../types/layers.js' */

/** @typedef {Record<string, unknown>} Properties */
/** @typedef {{colour: TileColour, order: number}} AreaStyle lower ones first */
/** @typedef {{colour: TileColour, order: number, width: number}} LineStyle width in px */

/** @param {string} text words between spaces */
const words = text => new Set(text.split(' '));
const GREEN = words(
  'park national_park nature_reserve protected_area forest wood grass grassland meadow scrub ' +
    'garden golf_course cemetery recreation_ground village_green orchard farmland',
);
const BUILT = words(
  'residential industrial commercial retail railway urban_area school university hospital ' +
    'military aerodrome airfield pedestrian',
);

/** The words that a schema may use for what a feature is. @param {Properties} properties */
const readKind = ({kind, class: word, subclass}) => String(kind ?? word ?? subclass ?? '');

/**
 * How an area is drawn; null for one that is not.
 * @param {string} layer
 * @param {Properties} properties
 * @returns {AreaStyle | null}
 */
export function styleArea(layer, properties) {
  const kind = readKind(properties);
  if (layer === 'earth') return {colour: 'land', order: 0};
  if (/^land(use|cover)$|^park$/.test(layer)) {
    if (layer === 'park' || GREEN.has(kind)) return {colour: 'green', order: 2};
    return BUILT.has(kind) ? {colour: 'urban', order: 1} : null;
  }
  if (layer === 'urban') return {colour: 'urban', order: 1};
  if (layer === 'water') return {colour: 'water', order: 3};
  if (layer === 'aeroway') return {colour: 'runway', order: 4};
  if (/^buildings?$/.test(layer)) return {colour: 'building', order: 5};
  return null;
}

/** @type {[RegExp, LineStyle][]} of roads, by their kind */
const ROADS = [
  [/^(rail|railway|transit)$/, {colour: 'rail', order: 3, width: 1}],
  [/^(runway|taxiway|aeroway)$/, {colour: 'runway', order: 4, width: 2.5}],
  [/^(highway|motorway|trunk)$/, {colour: 'road', order: 6, width: 3}],
  [/^(major_road|medium_road|primary|secondary)$/, {colour: 'road', order: 5, width: 2}],
  [/^(ferry|pier)$/, {colour: 'river', order: 1, width: 0.8}],
  [/^(path|track|service|other|footway)$/, {colour: 'street', order: 1, width: 0.7}],
  [/./, {colour: 'street', order: 2, width: 1.2}],
];

/** @type {Record<string, LineStyle>} of layers that hold lines of one kind */
const LINES = {
  rail: {colour: 'rail', order: 2, width: 1},
  runways: {colour: 'runway', order: 3, width: 2},
  water: {colour: 'river', order: 0, width: 1},
  waterway: {colour: 'river', order: 0, width: 1},
  aeroway: {colour: 'runway', order: 4, width: 2.5},
};

/**
 * How a line is drawn; null for one that is not.
 * @param {string} layer
 * @param {Properties} properties
 * @returns {LineStyle | null}
 */
export function styleLine(layer, properties) {
  if (Object.hasOwn(LINES, layer)) return LINES[layer];
  if (layer !== 'roads' && layer !== 'transportation') return null;
  const kind = readKind(properties);
  // Our own tiles have main roads alone, and do not say of which kind.
  if (!kind) return {colour: 'road', order: 1, width: 1.2};
  return ROADS.find(([words]) => words.test(kind))?.[1] ?? null;
}

/** A name as it is set. @typedef {{weight: number, fromZoom: number, size: number}} NameStyle */

const LARGEST_TOWN = 14;

/**
 * How a name is set; null for one that is not. The heavier gets its place first.
 * @param {string} layer
 * @param {Properties} properties
 * @returns {NameStyle | null}
 */
export function styleName(layer, properties) {
  if (layer !== 'places' && layer !== 'place') return null;
  const weight = weighTown(properties);
  if (weight === null) return null;
  const size = [10.5, 11, 12, 13][Math.min(3, Math.max(0, Math.floor(weight / 2)))];
  return {weight, size, fromZoom: Math.min(12, Math.max(7, 10.2 - weight * 0.45))};
}

/** From -4 for a street corner to 14 for the largest town. @param {Properties} properties */
function weighTown(properties) {
  const kind = readKind(properties);
  if (/^(country|state|region|continent|province|county)$/.test(kind)) return null;
  if (/^(neighbourhood|quarter|suburb|borough|macrohood|hamlet|isolated_dwelling)$/.test(kind)) {
    return kind === 'suburb' || kind === 'borough' ? -2 : -4;
  }
  const people = Number(properties.population ?? Number.NaN);
  if (people > 0) return Math.min(LARGEST_TOWN, Math.max(-3, Math.log2(people / 1500)));
  const rank = Number(properties.rank ?? Number.NaN);
  if (Number.isNaN(rank)) return 0;
  // OpenMapTiles counts from 1 for the largest, and says what a place is.
  return properties.class === undefined ? rank : Math.max(-2, 10 - rank);
}

// The map places characters one by one from the left: these scripts run from the right or join.
const JOINED_SCRIPTS =
  'Arabic Hebrew Syriac Thaana Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu ' +
  'Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Mongolian';
const JOINED = new RegExp(
  JOINED_SCRIPTS.replaceAll(/\w+/g, '\\p{Script=$&}').replaceAll(' ', '|'),
  'u',
);

/**
 * The name of a place in the language of the page, else in that of the place; where the map cannot
 * set that, in English or Latin letters, else none.
 * @param {Properties} properties
 * @param {string} lang BCP 47
 */
export function nameIn(properties, lang) {
  const [code] = lang.split('-');
  const found = [`name:${code}`, `name_${code}`, 'name', 'name:en', 'name_en', 'name:latin']
    .map(member => properties[member])
    .find(name => typeof name === 'string' && name.trim() && !JOINED.test(name));
  return typeof found === 'string' ? found.slice(0, 60).trim() : '';
}
