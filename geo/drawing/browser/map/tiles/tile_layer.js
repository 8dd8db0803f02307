// Tiles of the base map, as layers of deck.gl; its own reader would come from another host.
import {nameIn, styleArea, styleLine, styleName} from './tile_style.js';
import {readVectorTile} from './vector_tile.js';
/** @import {DeckNamespace, Layer, SubLayerProps, Tile, TileFeature} from '../../types/deck.js' */
/** @import {Colour} from '../../types/events.js' */
/** @import {TileColour, WrittenLayer} from '../../types/layers.js' */
/** @import {TileName} from './tile_names.js' */

/** @typedef {{shape: unknown, colour: TileColour, order: number, width: number}} DrawnShape */

const MOST_REQUESTS = 6;

/**
 * The layer of the tiles that Python names (geo/drawing/basemap/tile_layers.py).
 * @param {DeckNamespace} deck
 * @param {WrittenLayer} written
 * @returns {Layer}
 */
export function createTileLayer(deck, written) {
  const colours = /** @type {Record<TileColour, Colour>} */ (written.colours);
  const [minZoom, maxZoom] = /** @type {[number, number]} */ (written.tileZooms);
  const isStreets = written.id === 'base-tiles-streets';
  return new deck.MVTLayer({
    id: written.id,
    data: written.data,
    extent: written.extent,
    lang: written.lang,
    tileZooms: written.tileZooms,
    minZoom,
    maxZoom,
    visibleMinZoom: written.minZoom,
    binary: false,
    maxRequests: MOST_REQUESTS,
    fetch: fetchTile,
    onTileError: (/** @type {Error} */ error) => console.error('map: a tile:', error),
    renderSubLayers: (/** @type {SubLayerProps} */ props) =>
      props.data?.length ? drawTile(deck, props, colours, isStreets) : [],
  });
}

/**
 * @param {string} address
 * @param {{signal?: AbortSignal}} options
 */
async function fetchTile(address, {signal}) {
  const response = await fetch(address, {signal});
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return readVectorTile(await response.arrayBuffer());
}

/**
 * @param {DeckNamespace} deck
 * @param {SubLayerProps} props
 * @param {Record<TileColour, Colour>} colours
 * @param {boolean} isStreets whether the tile is the whole map here, and its lines may be wide
 * @returns {Layer[]}
 */
function drawTile(deck, props, colours, isStreets) {
  const {id, data, modelMatrix, coordinateOrigin, coordinateSystem} = props;
  const {areas, lines} = sortFeatures(data);
  const common = {modelMatrix, coordinateOrigin, coordinateSystem};
  const ground = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]; // prettier-ignore
  const land = isStreets ? [{shape: [ground], colour: /** @type {TileColour} */ ('land')}] : [];
  return [
    new deck.SolidPolygonLayer({
      ...common,
      id: `${id}-areas`,
      data: [...land, ...areas],
      getPolygon: (/** @type {{shape: unknown}} */ area) => area.shape,
      getFillColor: (/** @type {{colour: TileColour}} */ area) => colours[area.colour],
    }),
    new deck.PathLayer({
      ...common,
      id: `${id}-lines`,
      data: lines,
      widthUnits: 'pixels',
      capRounded: isStreets,
      jointRounded: isStreets,
      getPath: (/** @type {{shape: unknown}} */ line) => line.shape,
      getColor: (/** @type {{colour: TileColour}} */ line) => colours[line.colour],
      getWidth: (/** @type {{width: number}} */ line) => line.width * widen(props.tile.index.z),
    }),
  ];
}

/** Streets grow as one comes closer. @param {number} zoom */
const widen = zoom => (zoom < 12 ? 1 : 1 + (zoom - 11) * 0.35);

/**
 * The areas and the lines of a tile that are drawn, the lowest first.
 * @param {TileFeature[]} features
 */
export function sortFeatures(features) {
  /** @type {DrawnShape[]} */
  const areas = [];
  /** @type {DrawnShape[]} */
  const lines = [];
  for (const {geometry, properties} of features) {
    const layer = String(properties.layerName);
    const isArea = geometry.type.endsWith('Polygon');
    if (!isArea && !geometry.type.endsWith('LineString')) continue;
    const style = isArea ? styleArea(layer, properties) : styleLine(layer, properties);
    if (!style) continue;
    const shapes = geometry.type.startsWith('Multi')
      ? geometry.coordinates
      : [geometry.coordinates];
    for (const shape of shapes) (isArea ? areas : lines).push({width: 1, ...style, shape});
  }
  areas.sort((one, other) => one.order - other.order);
  lines.sort((one, other) => one.order - other.order);
  return {areas, lines};
}

/**
 * The names in some tiles.
 * @param {Tile[]} tiles
 * @param {string} lang BCP 47
 * @returns {TileName[]}
 */
export function readNames(tiles, lang) {
  return tiles.flatMap(({content, index}) =>
    (content ?? []).flatMap(({geometry, properties}) => {
      if (geometry.type !== 'Point') return [];
      const style = styleName(String(properties.layerName), properties);
      const text = style && nameIn(properties, lang);
      if (!text) return [];
      const [x, y] = /** @type {[number, number]} */ (geometry.coordinates);
      return [{...style, text, ...placeInTile(index, x, y)}];
    }),
  );
}

/**
 * Longitude and latitude of a point of a tile, whose sides are 1.
 * @param {{x: number, y: number, z: number}} index
 * @param {number} x
 * @param {number} y
 */
export function placeInTile(index, x, y) {
  const across = (index.x + x) / 2 ** index.z;
  const down = (index.y + y) / 2 ** index.z;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * down))) * 180) / Math.PI;
  return {lon: across * 360 - 180, lat};
}
