// The canvas above: the events and what is not of the base. The reader moves it and picks from it.
import {prefersReducedMotion} from '../../page/dom.js';
import {watchPaint} from '../../page/until.js';
import {WORDS} from '../../page/words.js';
import {MAP_TOUCH_ACTION} from '../camera/gestures.js';
import {createPausingDeck} from '../canvas/pausing_deck.js';
import {addCanvas} from '../canvas/sized_canvas.js';
import {PaintPace} from './paint_pace.js';
/** @import {DeckNamespace, DeckProps, Layer, Viewport} from '../../types/deck.js' */

const PICKING_PX = 5;
const FINGER_PX = 16;
const INERTIA_MS = 250;
// Keys must not turn or tilt the map: what is seen and found is computed for north up and flat.
const NEVER_TURNS = {rotateSpeedX: 0, rotateSpeedY: 0};

/** How far beside a mark a click still means it, px. */
export const reachPx = () => (matchMedia('(pointer: coarse)').matches ? FINGER_PX : PICKING_PX);

export class EventsCanvas {
  /** How often it was painted. */
  paints = 0;
  /** Whether the last paint had all layers. */
  isPainted = false;
  /** @type {Viewport | undefined} of the last paint */
  viewport;
  #isMeasured = false;
  /** @type {Layer[]} of before */
  #waiting = [];
  #pace = new PaintPace(
    () => this.deck.redraw('time'),
    painted => watchPaint(this.deck.device?.gl, painted) || painted(),
  );

  /**
   * @param {DeckNamespace} deck
   * @param {HTMLElement} box
   * @param {DeckProps & {onResize: () => unknown, onPainted: () => unknown,
   *   useDevicePixels: number}} props whose `onPainted` is called after each paint of all layers
   */
  constructor(deck, box, props) {
    this.box = box;
    const inertia = prefersReducedMotion() ? 0 : INERTIA_MS;
    this.deck = createPausingDeck(deck, {
      ...props,
      canvas: addCanvas(box, 'events-canvas', props.useDevicePixels),
      layers: [],
      // Marks, discs and lines smooth their own edges: four samples of each pixel would cost a card
      // in software as much again, and all lies in one plane.
      deviceProps: {webgl: {antialias: false, depth: false}},
      touchAction: MAP_TOUCH_ACTION,
      pickingRadius: reachPx(),
      eventRecognizerOptions: {click: {time: Infinity}}, // of a slow hand, or a slow machine, too
      controller: {dragRotate: false, touchRotate: false, keyboard: NEVER_TURNS, inertia},
      getCursor: ({isDragging, isHovering}) =>
        isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab',
      onLoad: () => this.#nameCanvas(),
      onResize: () => {
        box.classList.add('sized');
        props.onResize();
        // In its first frame the browser measures a canvas, and the library paints it again.
        if (!this.#isMeasured) requestAnimationFrame(() => setTimeout(() => this.#start()));
      },
      onBeforeRender: () => {
        props.onBeforeRender?.();
        this.#pace.started();
      },
      onAfterRender: () => {
        this.#pace.asked();
        this.#painted();
        if (this.isPainted) props.onPainted();
      },
    });
  }

  /** Whether the browser has given a graphics card, or one in software. */
  get hasDevice() {
    return !!this.deck.device;
  }

  /** @param {Layer[]} layers the lowest first */
  setLayers(layers) {
    this.isPainted = false;
    if (this.#isMeasured) this.deck.setProps({layers});
    else this.#waiting = layers;
  }

  #start() {
    this.#isMeasured = true;
    this.deck.setProps({layers: this.#waiting});
  }

  /** Paint the events again: what the filter reads has changed. */
  repaint() {
    this.#pace.ask();
  }

  #nameCanvas() {
    const canvas = this.deck.getCanvas();
    canvas?.setAttribute('role', 'application');
    canvas?.setAttribute('aria-label', WORDS.map);
  }

  #painted() {
    const {layers = []} = this.deck.props;
    this.paints += 1;
    // deck.gl moves on to the camera of the next frame as soon as this one is painted.
    this.viewport = this.deck.getViewports()[0];
    this.isPainted = layers.length > 0 && layers.every(layer => layer.isLoaded);
  }
}
