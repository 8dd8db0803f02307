// The map in its frame: two canvases with one camera, of which time repaints only the one with the events.
import {BaseCanvas} from './base_canvas.js';
import {atItsZoom, isBase} from './deck_spec.js';
import {element, pictureButton, prefersStillness} from './dom.js';
import {ScaleBar} from './scale_bar.js';
import {Tooltip} from './tooltip.js';

const PLUS = 'M9 4h2v5h5v2h-5v5H9v-5H4V9h5z';
const MINUS = 'M4 9h12v2H4z';
const WHOLE = 'M4 4h5v2H6v3H4zM11 4h5v5h-2V6h-3zM4 11h2v3h3v2H4zM14 11h2v5h-5v-2h3z';

const REPORT_MS = 400;
const FLY_MS = 1200;
const ZOOMS = {minZoom: 1.5, maxZoom: 16};
const MARGIN_PX = 24;

/** @typedef {{longitude: number, latitude: number, zoom: number}} Camera */

export class MapView {
  /**
   * @param {any} deck the namespace of pydeck's bundle
   * @param {{onNoDevice: () => void, onPick: (id: string | null) => void, onCamera: (camera: [number, number, number]) => void}} handlers
   *   onNoDevice where the browser gives no graphics card, not even one in software
   * @param {Record<string, string>} words
   */
  constructor(deck, {onNoDevice, onPick, onCamera}, words) {
    Object.assign(this, {deck, onNoDevice, onPick, onCamera});
    this.tooltip = new Tooltip();
    this.scaleBar = new ScaleBar();
    this.baseBox = element('div', {class: 'canvas', 'aria-hidden': 'true'});
    this.topBox = element('div', {class: 'canvas top'});
    this.buttons = element(
      'div',
      {class: 'map-buttons'},
      pictureButton(words.zoomIn, PLUS, () => this.zoomBy(1)),
      pictureButton(words.zoomOut, MINUS, () => this.zoomBy(-1)),
      pictureButton(words.wholeExtent, WHOLE, () => this.showWhole()),
    );
    this.node = element(
      'div',
      {class: 'map-view'},
      this.baseBox,
      this.topBox,
      this.scaleBar.node,
      this.buttons,
      this.tooltip.node,
    );
    this.topBox.onpointerleave = () => this.tooltip.hide();
    this.words = words;
    this.paintsOfEvents = 0;
    this.eventsArePainted = false;
  }

  /** Make the canvases, once the node has a size. */
  start(camera, bounds) {
    this.bounds = bounds;
    this.whole = !camera;
    this.view = {...ZOOMS, pitch: 0, bearing: 0, ...(camera ?? this.cameraOf(bounds))};
    // Both sides of the 180th meridian are shown where the view crosses it.
    const views = new this.deck.MapView({id: 'default-view', repeat: true});
    const common = {
      views,
      layerFilter: atItsZoom,
      onError: error => this.report(error),
      useDevicePixels: Math.min(2, devicePixelRatio),
    };
    const onResize = () => this.baseBox.classList.add('sized');
    this.base = new BaseCanvas(this.deck, this.baseBox, {
      ...common,
      viewState: this.view,
      onResize,
    });
    this.top = new this.deck.Deck({
      ...common,
      parent: this.topBox,
      initialViewState: this.view,
      layers: [],
      pickingRadius: matchMedia('(pointer: coarse)').matches ? 16 : 5,
      controller: {
        dragRotate: false,
        touchRotate: false,
        keyboard: true,
        inertia: prefersStillness() ? 0 : 250,
      },
      onViewStateChange: ({viewState, interactionState}) => this.moved(viewState, interactionState),
      onInteractionStateChange: ({isDragging}) => {
        this.held = isDragging;
        this.reportLater();
      },
      // The base follows just before the top is painted, so that no frame shows two cameras.
      onBeforeRender: () => this.followTop(),
      onAfterRender: () => this.noteEventsPaint(),
      onHover: info => this.hover(info),
      onClick: info => this.onPick(info.object?.id ?? null),
      onResize: () => {
        this.topBox.classList.add('sized');
        if (this.whole) this.fitAgain();
      },
      getCursor: ({isDragging, isHovering}) =>
        isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab',
      onLoad: () => this.nameCanvas(),
    });
    this.scaleBar.show(this.view, this.lang);
  }

  report(error) {
    console.error('map:', error);
    if (!this.top.device) this.onNoDevice();
  }

  nameCanvas() {
    const canvas = this.top.getCanvas();
    canvas?.setAttribute('role', 'application');
    canvas?.setAttribute('aria-label', this.words.map);
  }

  /** @param {any[]} layers */
  setLayers(layers) {
    this.eventsArePainted = false;
    this.base.setLayers(layers.filter(isBase));
    this.top.setProps({layers: layers.filter(layer => !isBase(layer))});
  }

  /** Paint the events again: what the filter reads has changed. */
  repaintEvents() {
    this.tooltip.hide();
    this.top?.redraw('time');
  }

  moved(viewState, {isDragging, isZooming, isPanning} = {}) {
    this.view = viewState;
    this.baseIsBehind = true;
    this.tooltip.hide();
    this.scaleBar.show(viewState, this.lang);
    if (isDragging || isZooming || isPanning) this.takeOver();
    this.reportLater();
  }

  /** A while after the map has come to rest; not while it is held, however slowly it paints. */
  reportLater() {
    clearTimeout(this.reporting);
    if (this.byHand && !this.held)
      this.reporting = setTimeout(() => this.onCamera(this.camera), REPORT_MS);
  }

  /** The reader moves the map: from now on it is reported, and no longer fitted to its frame. */
  takeOver() {
    this.byHand = true;
    this.whole = false;
  }

  followTop() {
    if (!this.baseIsBehind) return;
    this.baseIsBehind = false;
    this.base.follow(this.view);
  }

  /** @returns {[number, number, number]} longitude, latitude, zoom, in the digits that a link carries */
  get camera() {
    const {longitude, latitude, zoom} = this.view;
    return [Number(longitude.toFixed(4)), Number(latitude.toFixed(4)), Number(zoom.toFixed(2))];
  }

  /** @param {Camera} camera @param {number} duration ms; a jump where motion is unwelcome */
  goTo(camera, duration, transition = new this.deck.FlyToInterpolator({curve: 1.3})) {
    const still = !duration || prefersStillness() || !this.node.isConnected;
    const view = {
      ...this.view,
      ...camera,
      transitionDuration: still ? 0 : duration,
      transitionInterpolator: still ? null : transition,
    };
    this.top.setProps({initialViewState: view});
    if (still) this.moved(view);
  }

  /** Fly where Python asks; such a move is not reported. */
  fly(camera) {
    clearTimeout(this.reporting);
    this.byHand = this.whole = false;
    this.goTo(camera, FLY_MS);
  }

  zoomBy(levels) {
    this.takeOver();
    const zoom = Math.min(
      ZOOMS.maxZoom,
      Math.max(ZOOMS.minZoom, Math.round(this.view.zoom * 2) / 2 + levels),
    );
    this.goTo({zoom}, 250, new this.deck.LinearInterpolator(['zoom']));
  }

  showWhole() {
    this.takeOver();
    this.whole = true;
    this.goTo(this.cameraOf(this.bounds), 600);
  }

  fitAgain() {
    if (!this.node.clientWidth) return;
    this.byHand = false;
    this.goTo(this.cameraOf(this.bounds), 0);
  }

  /** The camera that holds west, south, east, north; east may lie beyond the antimeridian. */
  cameraOf([west, south, east, north]) {
    const [width, height] = [
      Math.max(64, this.node.clientWidth),
      Math.max(64, this.node.clientHeight),
    ];
    const flat = new this.deck.WebMercatorViewport({width, height});
    const box = [
      [west, Math.max(-85, south)],
      [east < west ? east + 360 : east, Math.min(85, north)],
    ];
    const {longitude, latitude, zoom} = flat.fitBounds(box, {
      padding: Math.min(MARGIN_PX, width / 8, height / 8),
    });
    return {
      longitude: ((longitude + 540) % 360) - 180,
      latitude,
      zoom: Math.min(12, Math.max(ZOOMS.minZoom, zoom)),
    };
  }

  noteEventsPaint() {
    this.paintsOfEvents += 1;
    // deck.gl moves on to the camera of the next frame as soon as this one is painted.
    this.viewportOfEvents = this.top.getViewports()[0];
    const {layers} = this.top.props;
    this.eventsArePainted = layers.length > 0 && layers.every(layer => layer.isLoaded);
  }

  hover({object, x, y}) {
    if (object?.title && matchMedia('(hover: hover)').matches) this.tooltip.show(object, x, y);
    else this.tooltip.hide();
  }
}
