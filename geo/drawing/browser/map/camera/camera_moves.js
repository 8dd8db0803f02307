// Moves the camera of a map and knows who moved it last: until its reader does, the map shows what
// is found.
import {prefersReducedMotion} from '../../page/dom.js';
import {CameraReport} from './camera_report.js';
import {allowedZoom, fitCamera, roundCamera, ZOOMS} from './map_camera.js';
/** @import {DeckNamespace, InteractionState, ViewState} from '../../types/deck.js' */
/** @import {Camera, CameraTriple, MapStyle} from '../../types/events.js' */

const FLY_MS = 1200;
const ZOOM_MS = 250;
const FIT_MS = 600;

/**
 * @typedef {object} CameraHandlers
 * @property {(view: ViewState) => void} onAsk the canvas is to go there
 * @property {(view: ViewState) => void} onMove it is there
 * @property {(camera: CameraTriple) => void} onReport the link is to follow
 */

export class CameraMoves {
  /** The reader has moved the map: nothing but a choice of theirs moves it on. */
  isMoved;
  /** What is found is shown, and fitted again where the frame changes. */
  isFitted;
  /** The link has a camera: it must follow where the app moves the map. */
  isInLink;

  /**
   * @param {DeckNamespace} deck
   * @param {Pick<HTMLElement, 'clientWidth' | 'clientHeight' | 'isConnected'>} frame
   * @param {{camera: Camera | null, bounds: MapStyle['bounds'], isMoved?: boolean}} start
   * @param {CameraHandlers} handlers
   */
  constructor(deck, frame, {camera, bounds, isMoved = false}, {onAsk, onMove, onReport}) {
    this.deck = deck;
    this.frame = frame;
    this.bounds = bounds;
    this.onAsk = onAsk;
    this.onMove = onMove;
    this.report = new CameraReport(() => onReport(roundCamera(this.view)));
    this.isMoved = isMoved;
    this.isFitted = !camera;
    this.isInLink = !!camera;
    /** @type {ViewState} */
    this.view = {
      ...ZOOMS,
      pitch: 0,
      bearing: 0,
      ...(camera ?? fitCamera(deck, bounds, frame)),
    };
  }

  /**
   * Follow the canvas: a hand moves it, or a flight is on its way.
   * @param {ViewState} view
   * @param {InteractionState} interaction what a hand does
   */
  follow(view, {isDragging, isZooming, isPanning} = {}) {
    this.view = view;
    this.onMove(view);
    if (isDragging || isZooming || isPanning) this.#noteMove();
    this.report.schedule();
  }

  /** From now on the reader has the map. */
  #noteMove() {
    this.isMoved = true;
    this.isFitted = false;
    this.isInLink = true;
    this.report.start();
  }

  /** The reader presses a button. @param {number} levels */
  zoomBy(levels) {
    this.#noteMove();
    const zoom = allowedZoom(Math.round(this.view.zoom * 2) / 2 + levels);
    this.#goTo({zoom}, ZOOM_MS, new this.deck.LinearInterpolator(['zoom']));
  }

  /** The reader gives the map back: it shows what is found. */
  showFound() {
    this.isMoved = false;
    this.isInLink = true;
    this.#fit(FIT_MS);
  }

  /**
   * Fly where Python asks: to a camera, which is not reported, or to what is found.
   * @param {Camera | null} camera
   * @param {MapStyle['bounds']} bounds of what is found
   */
  fly(camera, bounds) {
    this.bounds = bounds;
    this.isMoved = false;
    this.isInLink = !!camera;
    if (!camera) {
      this.#fit(FLY_MS);
      return;
    }
    this.isFitted = false;
    this.report.stop();
    this.#goTo(camera, FLY_MS);
  }

  /** Show what is found, unless the reader has the map. @param {MapStyle['bounds']} bounds */
  showBounds(bounds) {
    if (bounds.every((degrees, i) => degrees === this.bounds[i])) return;
    this.bounds = bounds;
    if (!this.isMoved) this.#fit(FIT_MS);
  }

  /** The frame has another size. */
  resize() {
    if (this.isFitted) this.#fit(0);
  }

  /** @param {number} duration ms */
  #fit(duration) {
    this.isFitted = true;
    if (!this.frame.clientWidth) return;
    if (this.isInLink) this.report.start();
    else this.report.stop();
    this.#goTo(fitCamera(this.deck, this.bounds, this.frame), duration);
  }

  /**
   * @param {Partial<Camera>} camera
   * @param {number} duration ms; a jump where motion is unwelcome
   */
  #goTo(camera, duration, transition = new this.deck.FlyToInterpolator({curve: 1.3})) {
    const jumps = !duration || !this.frame.isConnected || prefersReducedMotion();
    const view = {
      ...this.view,
      ...camera,
      transitionDuration: jumps ? 0 : duration,
      transitionInterpolator: jumps ? null : transition,
    };
    this.onAsk(view);
    if (jumps) this.follow(view);
  }
}
