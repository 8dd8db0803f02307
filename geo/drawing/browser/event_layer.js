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
/** @import {Choices} from './choices.js' */
/** @import {DeckNamespace, DrawPass, Layer, LayerProps, Model, Texture} from './deck.js' */
/** @import {EventRows} from './event_rows.js' */
/** @import {WrittenEvents} from './layer_types.js' */

/**
 * @typedef {object} Shown
 * @property {Choices} choices the window is read at each paint
 * @property {Choices['versions']} versions
 * @property {number} possibleOpacity of an event that only may be shown
 */

/** @typedef {LayerProps & WrittenEvents & Partial<Shown> & {marks?: Texture}} EventLayerProps */

// For each texture its format, what fills it, and of what it is made: it is filled again when any
// of that has changed.
const TEXTURES = {
  places: {format: 'rgba32float', fill: fillPlaces, madeOf: ofTable},
  shapes: {format: 'rgba32float', fill: fillShapes, madeOf: ofTableAndMarks},
  paints: {format: 'rgba8unorm', fill: fillPaints, madeOf: ofTableAndColours},
  intervals: {format: 'rgba32float', fill: fillIntervals, madeOf: ofIntervals},
  strengths: {format: 'r8unorm', fill: fillStrengths, madeOf: ofFilters},
};

/** @typedef {{events: EventRows, props: EventLayerProps}} Source */
/** @param {Source} source @returns {unknown[]} */
function ofTable({events}) {
  return [events.table];
}
/** @param {Source} source @returns {unknown[]} */
function ofTableAndMarks({events, props}) {
  return [events.table, props.markCells];
}
/** @param {Source} source @returns {unknown[]} */
function ofTableAndColours({events, props}) {
  return [events.table, props.colours, props.discFills];
}
/** @param {Source} source @returns {unknown[]} */
function ofIntervals({events, props}) {
  return [events.table, props.versions?.interval];
}
/** @param {Source} source @returns {unknown[]} */
function ofFilters({events, props}) {
  return [events.table, props.versions?.filters];
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
  return class EventLayer extends deck.Layer {
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
        const madeOf = kind.madeOf(source);
        /** @type {{texture: Texture, madeOf: unknown[]} | undefined} */
        const known = this.state.textures.get(name);
        if (known?.madeOf.every((one, i) => one === madeOf[i])) continue;
        known?.texture.destroy();
        this.state.textures.set(name, {texture: this.#fill(kind, source), madeOf});
        this.state.model?.setBindings({[name]: this.state.textures.get(name).texture});
      }
      if (events !== this.state.events) this.setState({events});
    }

    /** @param {typeof TEXTURES[keyof typeof TEXTURES]} kind @param {Source} source */
    #fill({format, fill}, {events, props}) {
      return createTexels(this.context.device, fill(events, props), events.length, format);
    }

    /** @returns {Model} */
    #createModel() {
      const made = [...this.state.textures].map(([name, {texture}]) => [name, texture]);
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
        bindings: Object.fromEntries(made),
      });
    }

    /** @override @param {DrawPass} pass */
    draw({shaderModuleProps}) {
      const props = /** @type {EventLayerProps} */ (this.props);
      const {choices, marks, halo, possibleOpacity} = props;
      const {device, viewport} = this.context;
      /** @type {{events: EventRows, shown: ShownRows}} */
      const {events, shown} = this.state;
      if (!choices || !events?.length || !marks) return;
      if (!this.state.model) this.setState({model: this.#createModel()});
      const model = /** @type {Model} */ (this.state.model);
      const [lower, upper] = choices.window.map(splitMoment);
      shown.follow(device, events, props, viewport);
      const {rows, firstPin, texture} = shown;
      if (!texture) return;
      // Of all discs, and of the marks from the first pin on.
      model.setVertexCount(CORNERS * (2 * rows.length - firstPin));
      model.setBindings({marks, shown: texture});
      model.shaderInputs.setProps({
        events: {
          lower,
          upper,
          halo: halo.map(part => part / 255),
          possibleOpacity,
          smallestDisc: props.smallestDiscPx,
          markSize: props.markPx / 2 ** props.fullSizeFrom,
          smallestMark: props.smallestMarkPx,
          largestMark: props.markPx,
          lineOpacity: props.line / 255,
          lineOpacityBelowPin: props.lineBelowPin / 255,
          cells: marks.width / marks.height,
          scale: 2 ** viewport.zoom,
          length: rows.length,
          firstPin,
        },
      });
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
