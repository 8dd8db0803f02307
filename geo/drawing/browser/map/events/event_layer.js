// The events as one layer of deck.gl: one draw call, from textures that hold a texel for each.
import {CORNERS, EVENTS_MODULE, FRAGMENT_SHADER, VERTEX_SHADER} from './event_shader.js';
import {
  createTexels,
  fillIntervals,
  fillPaints,
  fillPlaces,
  fillShapes,
  fillStrengths,
  splitMoment,
} from './event_texels.js';
import {ShownRows} from './shown_rows.js';
/** @import {Choices} from '../../filters/choices.js' */
/** @import {EventRows} from '../../page/event_rows.js' */
/** @import {DeckNamespace, DrawPass, Layer, LayerProps} from '../../types/deck.js' */
/** @import {Model, OwnLayer, Texture} from '../../types/deck.js' */
/** @import {TimeWindow} from '../../types/events.js' */
/** @import {WrittenEvents} from '../../types/layers.js' */

/**
 * @typedef {object} Shown
 * @property {Choices} choices the window is read at each paint
 * @property {Choices['versions']} versions
 * @property {number} possibleOpacity of an event that only may be shown
 */

/** @typedef {LayerProps & WrittenEvents & Partial<Shown> & {marks?: Texture}} EventLayerProps */

// For each texture its format, what fills it, and its inputs: it is filled again when any of
// these has changed.
const TEXTURES = {
  places: {format: 'rgba32float', fill: fillPlaces, listInputs: listTable},
  shapes: {format: 'rgba32float', fill: fillShapes, listInputs: listTableAndMarks},
  paints: {format: 'rgba8unorm', fill: fillPaints, listInputs: listTableAndColours},
  intervals: {format: 'rgba32float', fill: fillIntervals, listInputs: listIntervals},
  strengths: {format: 'r8unorm', fill: fillStrengths, listInputs: listFilterInputs},
};

/** @typedef {{events: EventRows, props: EventLayerProps}} Source */
/** @typedef {{texture: Texture, inputs: unknown[]}} Filled with what it was filled from */
/**
 * @typedef {object} LayerState
 * @property {Map<string, Filled>} textures
 * @property {ShownRows} shown
 * @property {EventRows} [events] once they are there
 * @property {Model} [model] once something is drawn
 */
/** @param {Source} source @returns {unknown[]} */
function listTable({events}) {
  return [events.table];
}
/** @param {Source} source @returns {unknown[]} */
function listTableAndMarks({events, props}) {
  return [events.table, props.markCells];
}
/** @param {Source} source @returns {unknown[]} */
function listTableAndColours({events, props}) {
  return [events.table, props.colours, props.discFills];
}
/** @param {Source} source @returns {unknown[]} */
function listIntervals({events, props}) {
  return [events.table, props.versions?.interval];
}
/** @param {Source} source @returns {unknown[]} */
function listFilterInputs({events, props}) {
  return [events.table, props.versions?.filters];
}

/**
 * What the shader needs for one paint, by the names of its uniforms.
 * @param {EventLayerProps} props
 * @param {Texture} marks
 * @param {TimeWindow} window
 * @param {ShownRows} shown
 * @param {number} zoom
 */
function listUniforms(props, marks, window, {rows, firstPin}, zoom) {
  const [lower, upper] = window.map(splitMoment);
  return {
    lower,
    upper,
    halo: props.halo.map(part => part / 255),
    possibleOpacity: props.possibleOpacity,
    smallestDisc: props.smallestDiscPx,
    markSize: props.markPx / 2 ** props.fullSizeFrom,
    smallestMark: props.smallestMarkPx,
    largestMark: props.markPx,
    lineOpacity: props.line / 255,
    lineOpacityBelowPin: props.lineBelowPin / 255,
    cells: marks.width / marks.height,
    scale: 2 ** zoom,
    length: rows.length,
    firstPin,
  };
}

/** @type {WeakMap<DeckNamespace, new (props: object) => Layer>} */
const classes = new WeakMap();

/**
 * The layer that Python has written; it draws nothing before it is given what is shown.
 * @param {DeckNamespace} deck
 * @param {object} written
 */
export function createEventLayer(deck, written) {
  let EventLayer = classes.get(deck);
  if (!EventLayer) classes.set(deck, (EventLayer = defineEventLayer(deck)));
  return new EventLayer({...written, data: []});
}

/** @param {DeckNamespace} deck @returns {new (props: object) => Layer} */
function defineEventLayer(deck) {
  return class EventLayer extends /** @type {typeof OwnLayer<LayerState>} */ (deck.Layer) {
    static layerName = 'EventLayer';
    static defaultProps = {marks: {type: 'image', value: null, async: true}};

    /** @override */
    initializeState() {
      this.setState({textures: new Map(), shown: new ShownRows()});
    }

    /** @override @param {object} change */
    updateState(change) {
      super.updateState(change);
      const props = /** @type {EventLayerProps} */ (this.props);
      const events = props.choices?.events;
      if (!events) return;
      const source = {events, props};
      for (const [name, kind] of Object.entries(TEXTURES)) {
        const inputs = kind.listInputs(source);
        const current = this.state.textures.get(name);
        if (current?.inputs.every((one, i) => one === inputs[i])) continue;
        current?.texture.destroy();
        const texture = this.#createTexture(kind, source);
        this.state.textures.set(name, {texture, inputs});
        this.state.model?.setBindings({[name]: texture});
      }
      if (events !== this.state.events) this.setState({events});
    }

    /** @param {typeof TEXTURES[keyof typeof TEXTURES]} kind @param {Source} source */
    #createTexture({format, fill}, {events, props}) {
      return createTexels(this.context.device, fill(events, props), events.length, format);
    }

    /** @returns {Model} */
    #createModel() {
      const textures = [...this.state.textures].map(([name, {texture}]) => [name, texture]);
      return new deck.Model(this.context.device, {
        ...this.getShaders({
          vs: VERTEX_SHADER,
          fs: FRAGMENT_SHADER,
          modules: [deck.project32, deck.picking, EVENTS_MODULE],
        }),
        id: this.props.id,
        bufferLayout: [],
        topology: 'triangle-list',
        isInstanced: false,
        bindings: Object.fromEntries(textures),
      });
    }

    /** @override @param {DrawPass} pass */
    draw({shaderModuleProps}) {
      const props = /** @type {EventLayerProps} */ (this.props);
      const {choices, marks} = props;
      const {device, viewport} = this.context;
      const {events, shown} = this.state;
      if (!choices || !events?.length || !marks) return;
      const model = this.state.model ?? this.#createModel();
      if (!this.state.model) this.setState({model});
      shown.follow(device, events, props, viewport);
      const {rows, firstPin, texture} = shown;
      if (!texture) return;
      // All discs, and the marks from the first pin on.
      model.setVertexCount(CORNERS * (2 * rows.length - firstPin));
      model.setBindings({marks, shown: texture});
      const uniforms = listUniforms(props, marks, choices.window, shown, viewport.zoom);
      model.shaderInputs.setProps({events: uniforms});
      model.draw(this.context.renderPass);
      if (!shaderModuleProps.picking.isActive) shown.timePaint(device.gl);
    }

    /** @override @param {{info: {index: number, object?: object}}} picked */
    getPickingInfo({info}) {
      if (info.index >= 0) info.object = this.state.events?.table.row(info.index);
      return info;
    }

    /** @override @param {object} context */
    finalizeState(context) {
      super.finalizeState(context);
      this.state.shown.destroy();
      for (const {texture} of this.state.textures.values()) texture.destroy();
    }
  };
}
