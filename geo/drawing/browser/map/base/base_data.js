// The data of the base map's layers, in the form in which each layer takes them.
import {fetchJson} from '../../page/fetch_json.js';
/** @import {Layer} from '../../types/deck.js' */

/** @typedef {[number, number]} Position */
/** @typedef {{features: {geometry: {type: string, coordinates: unknown} | null}[]}} Collection */

/**
 * The lines or the areas of GeoJSON one by one, as the coordinates of each.
 * @param {Collection} collection
 * @param {'LineString' | 'Polygon'} kind
 * @returns {unknown[]}
 */
function collectParts({features}, kind) {
  return features.flatMap(({geometry}) => {
    if (geometry?.type === kind) return [geometry.coordinates];
    if (geometry?.type !== `Multi${kind}`) return [];
    return /** @type {unknown[]} */ (geometry.coordinates);
  });
}

/**
 * Lines of GeoJSON as segments, in the binary form that a LineLayer takes as it is; where there are
 * areas alone, their rings. A PathLayer would draw the same with joints, which no line of this
 * width shows, and with a shader that a graphics card in software builds for as long as all others.
 * @param {Collection} collection
 */
export function buildSegments(collection) {
  const lines = /** @type {Position[][]} */ (collectParts(collection, 'LineString'));
  const areas = /** @type {Position[][][]} */ (collectParts(collection, 'Polygon'));
  const paths = lines.length ? lines : areas.flat();
  const length = paths.reduce((sum, path) => sum + Math.max(0, path.length - 1), 0);
  const from = new Float64Array(2 * length);
  const to = new Float64Array(2 * length);
  let at = 0;
  for (const path of paths) {
    for (let i = 1; i < path.length; i++, at += 2) {
      [from[at], from[at + 1]] = path[i - 1];
      [to[at], to[at + 1]] = path[i];
    }
  }
  const attributes = {
    getSourcePosition: {value: from, size: 2},
    getTargetPosition: {value: to, size: 2},
  };
  return {length, attributes};
}

/**
 * A layer whose data have been waited for.
 * @param {Layer} layer
 */
export async function withData(layer) {
  const {source, kind} = layer.props;
  if (!source) return layer;
  /** @type {Collection} */
  const content = await fetchJson(source);
  if (kind === 'LineLayer') return layer.clone({data: buildSegments(content), source: undefined});
  if (kind !== 'SolidPolygonLayer') return layer.clone({data: content, source: undefined});
  return layer.clone({data: collectParts(content, 'Polygon'), source: undefined});
}
