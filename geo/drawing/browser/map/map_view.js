// The map in its frame: two canvases with one camera; time repaints only the one with the events.
import {element} from '../page/dom.js';
import {BaseCanvas} from './base/base_canvas.js';
import {StillBase} from './base/still_base.js';
import {CameraMoves} from './camera/camera_moves.js';
import {Gestures} from './camera/gestures.js';
import {atItsZoom, isBase} from './deck_spec.js';
import {EventPicker} from './event_picker.js';
import {EventsCanvas} from './events/events_canvas.js';
import {buildMapButtons} from './map_buttons.js';
import {MapCorner} from './map_corner.js';
import {isMisleading, OutsideNote} from './events_outside.js';
/** @import {DeckNamespace, DeckProps, Layer, ViewState} from '../types/deck.js' */
/** @import {Camera, CameraTriple, MapStyle} from '../types/events.js' */
/** @import {FindAt} from './event_picker.js' */
/** @import {OutsideCount} from './events_outside.js' */

/**
 * @typedef {object} MapStart
 * @property {Camera | null} camera
 * @property {MapStyle['bounds']} bounds of what is found
 * @property {boolean} isMoved the reader had moved the map before it was lost
 * @property {HTMLElement | null} [still] a picture of the base map below, which fits the bounds
 * @property {string | number | null} story_step
 * @property {string} lang
 */

/**
 * @typedef {object} MapViewHandlers
 * @property {() => void} onNoDevice the browser gives no graphics card, not even one in software
 * @property {FindAt} findAt what lies under a point
 * @property {(bounds: MapStyle['bounds']) => OutsideCount} countOutside what lies outside the map
 * @property {(id: string | null) => void} onPick null for a click beside all events
 * @property {(camera: CameraTriple) => void} onCamera the link is to follow the map
 */

/** @typedef {DeckProps & Required<Pick<DeckProps, 'onError' | 'useDevicePixels'>>} CanvasProps */

export class MapView {
  #baseIsBehind = false;

  /**
   * Build the frame and make the canvases in it. Called when the box is in the page.
   * @param {DeckNamespace} deck
   * @param {HTMLElement} box
   * @param {MapStart} start
   * @param {MapViewHandlers} handlers
   */
  constructor(deck, box, start, {onNoDevice, findAt, countOutside, onPick, onCamera}) {
    this.deck = deck;
    this.lang = start.lang;
    this.isStory = start.story_step !== null;
    this.onNoDevice = onNoDevice;
    this.countOutside = countOutside;
    this.picker = new EventPicker(() => this.events.viewport, findAt, onPick);
    this.corner = new MapCorner();
    this.outside = new OutsideNote(
      () => this.#countMissing(),
      () => this.moves.showFound(),
    );
    const baseBox = element('div', {class: 'canvas', 'aria-hidden': 'true'});
    const eventsBox = element('div', {class: 'canvas top'});
    const buttons = buildMapButtons({
      onZoom: levels => this.moves.zoomBy(levels),
      onFit: () => this.moves.showFound(),
      note: this.outside.node,
    });
    const {hint} = new Gestures(eventsBox);
    const {tooltip, menu} = this.picker;
    const over = [...this.corner.nodes, buttons, hint, tooltip.node, menu.node];
    this.node = element('div', {class: 'map-view'}, baseBox, eventsBox, ...over);
    eventsBox.onpointerleave = () => this.picker.tooltip.hide();
    eventsBox.onkeydown = ({key}) => {
      const {clientWidth, clientHeight} = this.node;
      if (key === 'Enter') this.picker.click({x: clientWidth / 2, y: clientHeight / 2});
    };
    box.replaceChildren(this.node); // the canvases take their size from it
    this.moves = new CameraMoves(deck, this.node, start, {
      onAsk: view => this.events.deck.setProps({initialViewState: view}),
      onMove: view => this.#moved(view),
      onReport: onCamera,
    });
    const still = start.still ? new StillBase(deck, this.node, start.still, start.bounds) : null;
    const common = this.#listCommonProps();
    this.base = new BaseCanvas(deck, baseBox, {...common, viewState: this.view}, still);
    this.events = this.#openEvents(eventsBox, common);
    this.corner.show(this.view, this.lang);
  }

  /** What both canvases are given. @returns {CanvasProps} */
  #listCommonProps() {
    return {
      // Both sides of the 180th meridian are shown where the view crosses it.
      views: new this.deck.MapView({id: 'default-view', repeat: true}),
      layerFilter: atItsZoom,
      onError: error => this.#fail(error),
      useDevicePixels: Math.min(2, devicePixelRatio),
    };
  }

  /**
   * @param {HTMLElement} box
   * @param {CanvasProps} common
   * @returns {EventsCanvas}
   */
  #openEvents(box, common) {
    return new EventsCanvas(this.deck, box, {
      ...common,
      initialViewState: this.view,
      onViewStateChange: ({viewState, interactionState}) =>
        this.moves.follow(viewState, interactionState),
      onInteractionStateChange: ({isDragging}) => this.moves.report.schedule(!!isDragging),
      // The base follows just before the events are painted, so that no frame shows two cameras.
      onBeforeRender: () => this.#followEvents(),
      onHover: info => this.picker.hover(info),
      onClick: info => this.picker.click(info),
      onPainted: () => this.base.open(),
      onResize: () => this.moves.resize(),
    });
  }

  /** Where the map looks now. */
  get view() {
    return this.moves.view;
  }

  /** @param {Error} error */
  #fail(error) {
    console.error('map:', error);
    if (!this.events?.hasDevice) this.onNoDevice();
    else this.base.open();
  }

  /** @param {MapStyle} style */
  setStyle(style) {
    this.lang = style.lang;
    this.picker.menu.style = style;
  }

  /** @param {Layer[]} layers the lowest first */
  setLayers(layers) {
    this.outside.follow();
    this.corner.setLayers(layers);
    this.corner.show(this.view, this.lang);
    this.base.setLayers(layers.filter(isBase));
    this.events.setLayers(layers.filter(layer => !isBase(layer)));
  }

  /** Paint the events again: what the filter reads has changed. */
  repaintEvents() {
    this.picker.tooltip.hide();
    this.outside.follow();
    this.events.repaint();
  }

  /** @param {ViewState} view */
  #moved(view) {
    this.#baseIsBehind = true;
    this.picker.hide();
    this.corner.show(view, this.lang);
    this.outside.follow();
  }

  /** What is found and not shown, where a reader may not expect it. */
  #countMissing() {
    const {clientWidth: width, clientHeight: height} = this.node;
    if (!width || !height) return null;
    const viewport = new this.deck.WebMercatorViewport({...this.view, width, height});
    const count = this.countOutside(viewport.getBounds());
    return isMisleading(count, this.moves, this.isStory) ? count : null;
  }

  #followEvents() {
    if (!this.#baseIsBehind) return;
    this.#baseIsBehind = false;
    this.base.follow(this.view);
  }
}
