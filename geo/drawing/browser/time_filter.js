// Shows events by time on the GPU: no row is touched while the window moves, only five numbers are.

// A moment is split in blocks of 2^22 ms (70 minutes) and the rest in ms. Both are whole numbers below 2^24,
// so a float32 holds them exactly from the year -250 to 4180, to the millisecond.
const BLOCK_MS = 2 ** 22;

/** @returns {[number, number]} whole blocks since 1970 and ms in the block */
function split(ms) {
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
  name: 'timeFilter', vs: UNIFORMS, fs: UNIFORMS,
  uniformTypes: {lower: 'vec2<f32>', upper: 'vec2<f32>', possibleOpacity: 'f32'},
};

const INJECTED = {
  'vs:#decl': `
in vec4 eventIntervals;
in float eventKept;                                           // 0 hidden, 1 possible, 2 definite by the other filters
bool timeFilterBefore(vec2 a, vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }
`,
  'vs:DECKGL_FILTER_COLOR': `
if (eventKept < 1.5 || timeFilterBefore(eventIntervals.xy, timeFilter.lower) || timeFilterBefore(timeFilter.upper, eventIntervals.zw))
  color.a *= timeFilter.possibleOpacity;
`,
  // A vertex beyond the clip space is neither drawn nor picked. Both intervals are half-open.
  'vs:#main-end': `
if (eventKept < 0.5 || !timeFilterBefore(eventIntervals.xy, timeFilter.upper) || !timeFilterBefore(timeFilter.lower, eventIntervals.zw))
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
`,
};

/**
 * The time filter as an extension of any deck.gl layer whose data are event rows.
 * @param {any} deck the namespace of pydeck's bundle
 */
export function timeFilterClass(deck) {
  return class TimeFilter extends deck.LayerExtension {
    static extensionName = 'TimeFilter';
    static defaultProps = {
      getEventInterval: {type: 'accessor', value: [0, 0, 0, 0]},
      getEventKept: {type: 'accessor', value: 2},
    };

    getShaders() { return {modules: [MODULE], inject: INJECTED}; }

    initializeState() {
      this.getAttributeManager()?.add({
        eventIntervals: {size: 4, stepMode: 'dynamic', accessor: 'getEventInterval'},
        eventKept: {size: 1, stepMode: 'dynamic', accessor: 'getEventKept'},
      });
    }

    draw(_parameters, extension) {
      const [lo, hi] = extension.opts.choices.window;
      this.setShaderModuleProps({timeFilter: {lower: split(lo), upper: split(hi), possibleOpacity: extension.opts.possibleOpacity}});
    }
  };
}

/**
 * The layer with the filter on it.
 * @param {any} layer a deck.gl layer over event rows
 * @param {any} filter an instance of the class above
 * @param {import('./choices.js').Choices} choices
 */
export function withTimeFilter(layer, filter, {events, versions}) {
  return layer.clone({
    extensions: [...(layer.props.extensions ?? []), filter],
    getEventInterval: (_row, {index}) => [...split(events.starts[index]), ...split(events.ends[index])],
    getEventKept: (_row, {index}) => (events.failed[index] ? 0 : 2 - events.doubtful[index]),
    updateTriggers: {...layer.props.updateTriggers, getEventInterval: versions.interval, getEventKept: versions.kept},
  });
}
