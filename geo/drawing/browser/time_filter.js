// Shows events by time on the GPU: while the window moves, five numbers change and no row.
/** @import {Choices} from './choices.js' */
/** @import {DeckNamespace, Layer, LayerExtension} from './deck.js' */

// A moment is split in blocks of 2^22 ms (70 minutes) and the rest in ms. Both are whole numbers
// below 2^24, so a float32 holds them exactly from the year -250 to 4180, to the millisecond.
const BLOCK_MS = 2 ** 22;

/**
 * Whole blocks since 1970 and milliseconds in the block.
 * @param {number} ms
 * @returns {[number, number]}
 */
export function splitMoment(ms) {
  const block = Math.floor(ms / BLOCK_MS);
  return [block, ms - block * BLOCK_MS];
}

const UNIFORMS = `layout(std140) uniform timeFilterUniforms {
  vec2 lower;
  vec2 upper;
  float possibleOpacity;
} timeFilter;
`;

const MODULE = {
  name: 'timeFilter',
  vs: UNIFORMS,
  fs: UNIFORMS,
  uniformTypes: {lower: 'vec2<f32>', upper: 'vec2<f32>', possibleOpacity: 'f32'},
};

const INJECTED = {
  'vs:#decl': `
in vec4 eventIntervals;
in float eventKept; // by the other filters: 0 hidden, 1 possible, 2 definite
bool timeFilterBefore(vec2 a, vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }
`,
  'vs:DECKGL_FILTER_COLOR': `
if (eventKept < 1.5
    || timeFilterBefore(eventIntervals.xy, timeFilter.lower)
    || timeFilterBefore(timeFilter.upper, eventIntervals.zw))
  color.a *= timeFilter.possibleOpacity;
`,
  // A vertex beyond the clip space is neither drawn nor picked. Both intervals are half-open.
  'vs:#main-end': `
if (eventKept < 0.5
    || !timeFilterBefore(eventIntervals.xy, timeFilter.upper)
    || !timeFilterBefore(timeFilter.lower, eventIntervals.zw))
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
`,
};

/**
 * The time filter as an extension of any deck.gl layer whose data are event rows.
 * @param {DeckNamespace} deck
 * @param {Choices} choices
 * @param {number} possibleOpacity of an event that only may be shown
 * @returns {LayerExtension}
 */
export function createTimeFilter(deck, choices, possibleOpacity) {
  class TimeFilter extends deck.LayerExtension {
    static extensionName = 'TimeFilter';
    static defaultProps = {
      getEventInterval: {type: 'accessor', value: [0, 0, 0, 0]},
      getEventKept: {type: 'accessor', value: 2},
    };

    getShaders() {
      return {modules: [MODULE], inject: INJECTED};
    }

    initializeState() {
      this.getAttributeManager()?.add({
        eventIntervals: {size: 4, stepMode: 'dynamic', accessor: 'getEventInterval'},
        eventKept: {size: 1, stepMode: 'dynamic', accessor: 'getEventKept'},
      });
    }

    draw() {
      const [lower, upper] = choices.window.map(splitMoment);
      this.setShaderModuleProps({
        timeFilter: {lower, upper, possibleOpacity},
      });
    }
  }
  return new TimeFilter();
}

/**
 * The layer with the filter on it.
 * @param {Layer} layer over event rows
 * @param {LayerExtension} filter
 * @param {Choices} choices
 */
export function withTimeFilter(layer, filter, {events, versions}) {
  if (!events) return layer;
  /** @typedef {{index: number}} Accessed */
  return layer.clone({
    extensions: [...(layer.props.extensions ?? []), filter],
    getEventInterval: (/** @type {object} */ _row, /** @type {Accessed} */ {index}) => [
      ...splitMoment(events.starts[index]),
      ...splitMoment(events.ends[index]),
    ],
    getEventKept: (/** @type {object} */ _row, /** @type {Accessed} */ {index}) =>
      events.strengthOnMap(index),
    updateTriggers: {
      ...layer.props.updateTriggers,
      getEventInterval: versions.interval,
      getEventKept: versions.filters,
    },
  });
}
