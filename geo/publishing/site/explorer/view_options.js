// What the parts of the page show under a link: what the app's Python would answer.
import {LinkGrammar} from './link.js';
import {readEnd, readMoment} from './link_values.js';
import {spanTime} from './time_span.js';
/** @import {CameraTriple} from '../../../drawing/browser/types/events.js' */
/** @import {TimeWindow, Zone} from '../../../drawing/browser/types/events.js' */
/** @import {TimeMapOptions} from '../../../drawing/browser/types/options.js' */
/** @import {Grammar, Values} from './link.js' */
/** @import {Selected, Site, Theme} from './types.js' */

/** @param {Values} values @returns {Zone} */
const readZone = values => (values.get('zone')?.[0] === 'utc' ? 'utc' : 'place');

/**
 * The clock that a query asks for, by the rules for each of its parts.
 * @param {Grammar} grammar
 * @param {string} query
 */
export const findZone = (grammar, query) => readZone(new LinkGrammar(grammar).read(query).values);

/** @param {Values} values @returns {TimeWindow | null} */
function chosenRange(values) {
  const [[from], [to]] = [values.get('from') ?? [], values.get('to') ?? []];
  return from && to ? [Number(readMoment(from)), Number(readEnd(to))] : null;
}

/**
 * @param {Site} site
 * @param {Values} values
 * @param {Theme} theme
 * @param {Map<string, Selected>} selections what is known of events that were selected
 * @param {LinkGrammar} link
 */
export function buildOptions(site, values, theme, selections, link) {
  const zone = readZone(values);
  const range = chosenRange(values);
  const {domain, step} = spanTime(range, site.wholes[zone]);
  const asked = values.get('colour')?.[0];
  const {colours} = site.legend;
  const colour = colours.find(({parameter}) => parameter === asked) ?? colours[0];
  const look = site.looks[theme][colour.id];
  const selected = values.get('event')?.[0] ?? null;
  const layers = selections.get(selected ?? '')?.[theme] ?? [];
  const view = values.get('view')?.[0].split(',').map(Number);
  const triple = /** @type {CameraTriple | undefined} */ (view ?? site.cameras[selected ?? '']);
  const [longitude, latitude, zoom] = triple ?? [];
  const camera = triple && {longitude, latitude, zoom};
  const filters = link.writeFilters(values);
  return {
    ...look.style,
    rows: site.rows,
    facets: site.facets,
    filters,
    matches: null,
    window: range ?? domain,
    zone,
    selected,
    spec: {layers: [...look.layers, ...layers]},
    hash: `${theme} ${colour.id} ${selected} ${layers.length}`,
    story_step: null,
    domain,
    step,
    camera: /** @type {TimeMapOptions['camera']} */ (camera ?? null),
    height: 'var(--map-room)',
    colour: colour.id,
    parameter: colour.parameter,
    preset: findPreset(site, values, zone),
    dated: !!range,
    filtered: !!filters || !!range,
  };
}

/**
 * The preset whose range this is; read in UTC, the same hours are another night.
 * @param {Site} site
 * @param {Values} values
 * @param {Zone} zone
 */
function findPreset({presets}, values, zone) {
  const now = String([values.get('from') ?? '', values.get('to') ?? '']);
  const found = Object.entries(presets).find(
    ([, {from = [], to = []}]) => String([from, to]) === now && (zone === 'place' || !from.length),
  );
  return found?.[0] ?? null;
}
