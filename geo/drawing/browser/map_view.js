// The map in its frame: two canvases with one camera; time repaints only the one with the events.
import {BaseCanvas} from './base_canvas.js';
import {CameraReport} from './camera_report.js';
import {atItsZoom, isBase} from './deck_spec.js';
import {element, prefersReducedMotion} from './dom.js';
import {EventPicker} from './event_picker.js';
import {EventsCanvas} from './events_canvas.js';
import {Gestures} from './gestures.js';
import {buildMapButtons} from './map_buttons.js';
import {allowedZoom, fitCamera, roundCamera, ZOOMS} from './map_camera.js';
import {MapCorner} from './map_corner.js';
/** @import {DeckNamespace, InteractionState, Layer, ViewState} from './deck.js' */
/** @import {FindAt} from './event_picker.js' */
/** @import {Camera, CameraTriple, MapStyle} from './types.js' */

const FLY_MS = 1200;
const ZOOM_MS = 250;
const SHOW_WHOLE_MS = 600;

/**
 * @typedef {object} MapViewHandlers
 * @property {() => void} onNoDevice the browser gives no graphics card, not even one in software
 * @property {FindAt} findAt what lies under a point
 * @property {(id: string | null) => void} onPick null for a click beside all events
 * @property {(camera: CameraTriple) => void} onCamera the reader has moved the map
 */

export class MapView {
  /** The whole extent is shown, and fitted again where the frame changes. */
  isFitted = true;
  #baseIsBehind = false;
  /** Whether the button has put a camera into the link. */
  #isInLink = false;

  /**
   * Build the frame and make the canvases in it. Called when the box is in the page.
   * @param {DeckNamespace} deck
   * @param {HTMLElement} box
   * @param {{camera: Camera | null, bounds: MapStyle['bounds'], lang: string}} options
   * @param {MapViewHandlers} handlers
   */
  constructor(deck, box, {camera, bounds, lang}, {onNoDevice, findAt, onPick, onCamera}) {
    this.deck = deck;
    this.bounds = bounds;
    this.lang = lang;
    this.onNoDevice = onNoDevice;
    this.report = new CameraReport(() => onCamera(this.camera));
    this.picker = new EventPicker(() => this.events.viewport, findAt, onPick);
    this.corner = new MapCorner();
    const baseBox = element('div', {class: 'canvas', 'aria-hidden': 'true'});
    const eventsBox = element('div', {class: 'canvas top'});
    const buttons = buildMapButtons({
      onZoom: levels => this.#zoomBy(levels),
      onShowWhole: () => this.#showWhole(),
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
    this.isFitted = !camera;
    /** @type {ViewState} */
    this.view = {
      ...ZOOMS,
      pitch: 0,
      bearing: 0,
      ...(camera ?? fitCamera(deck, bounds, this.node)),
    };
    const common = {
      // Both sides of the 180th meridian are shown where the view crosses it.
      views: new deck.MapView({id: 'default-view', repeat: true}),
      layerFilter: atItsZoom,
      onError: (/** @type {Error} */ error) => this.#fail(error),
      useDevicePixels: Math.min(2, devicePixelRatio),
    };
    this.base = new BaseCanvas(deck, baseBox, {...common, viewState: this.view});
    this.events = new EventsCanvas(deck, eventsBox, {
      ...common,
      initialViewState: this.view,
      onViewStateChange: ({viewState, interactionState}) =>
        this.#moved(viewState, interactionState),
      onInteractionStateChange: ({isDragging}) => this.report.schedule(!!isDragging),
      // The base follows just before the events are painted, so that no frame shows two cameras.
      onBeforeRender: () => this.#followEvents(),
      onHover: info => this.picker.hover(info),
      onClick: info => this.picker.click(info),
      onResize: () => this.isFitted && this.#fitAgain(),
    });
    this.corner.show(this.view, lang);
  }

  /** @param {Error} error */
  #fail(error) {
    console.error('map:', error);
    if (!this.events?.hasDevice) this.onNoDevice();
  }

  /** @param {Layer[]} layers the lowest first */
  setLayers(layers) {
    this.corner.setLayers(layers);
    this.corner.show(this.view, this.lang);
    this.base.setLayers(layers.filter(isBase));
    this.events.setLayers(layers.filter(layer => !isBase(layer)));
  }

  /** Paint the events again: what the filter reads has changed. */
  repaintEvents() {
    this.picker.tooltip.hide();
    this.events.repaint();
  }

  /**
   * @param {ViewState} viewState
   * @param {InteractionState} interaction
   */
  #moved(viewState, {isDragging, isZooming, isPanning} = {}) {
    this.view = viewState;
    this.#baseIsBehind = true;
    this.picker.hide();
    this.corner.show(viewState, this.lang);
    if (isDragging || isZooming || isPanning) this.#takeOver();
    this.report.schedule();
  }

  /** The reader moves the map: it is reported from now on, and no longer fitted to its frame. */
  #takeOver() {
    this.report.start();
    this.isFitted = false;
  }

  #followEvents() {
    if (!this.#baseIsBehind) return;
    this.#baseIsBehind = false;
    this.base.follow(this.view);
  }

  /** In the digits that a link carries. */
  get camera() {
    return roundCamera(this.view);
  }

  /**
   * @param {Partial<Camera>} camera
   * @param {number} duration ms; a jump where motion is unwelcome
   */
  #goTo(camera, duration, transition = new this.deck.FlyToInterpolator({curve: 1.3})) {
    const jumps = !duration || prefersReducedMotion() || !this.node.isConnected;
    const view = {
      ...this.view,
      ...camera,
      transitionDuration: jumps ? 0 : duration,
      transitionInterpolator: jumps ? null : transition,
    };
    this.events.deck.setProps({initialViewState: view});
    if (jumps) this.#moved(view);
  }

  /** Fly where Python asks; such a move is not reported. @param {Camera} camera */
  fly(camera) {
    this.report.stop();
    this.isFitted = false;
    this.#goTo(camera, FLY_MS);
  }

  /** @param {number} levels */
  #zoomBy(levels) {
    this.#takeOver();
    const zoom = allowedZoom(Math.round(this.view.zoom * 2) / 2 + levels);
    this.#goTo({zoom}, ZOOM_MS, new this.deck.LinearInterpolator(['zoom']));
  }

  /**
   * Show what is found, unless the reader has moved the map; the button shows it always.
   * @param {MapStyle['bounds']} bounds
   */
  showBounds(bounds) {
    if (bounds.every((degrees, i) => degrees === this.bounds[i])) return;
    this.bounds = bounds;
    if (this.isFitted) this.#fitAgain(SHOW_WHOLE_MS);
  }

  #showWhole() {
    this.#takeOver();
    this.isFitted = true;
    this.#isInLink = true;
    this.#goTo(fitCamera(this.deck, this.bounds, this.node), SHOW_WHOLE_MS);
  }

  #fitAgain(duration = 0) {
    if (!this.node.clientWidth) return;
    // A camera that the button has put there must not stay behind what is shown.
    if (!this.#isInLink) this.report.stop();
    this.#goTo(fitCamera(this.deck, this.bounds, this.node), duration);
  }
}
