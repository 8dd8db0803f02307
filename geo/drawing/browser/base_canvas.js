// The canvas beneath: land first, then names, then what other zooms need. It is painted as often as
// the machine can bear while the view moves, and shifted in between.
import {orderFirstPaint} from './base_order.js';
import {withData} from './deck_spec.js';
import {FADES_FROM, fadeFarAway} from './fade.js';
import {tileKit} from './tile_kit.js';
/** @import {Deck, DeckNamespace, DeckProps, Layer, ViewState} from './deck.js' */

const PAUSE_PER_PAINT = 3; // a paint may take a quarter of the time
const LONGEST_PAUSE_MS = 500; // then what is shifted is painted, on a slow machine too
const SHORTEST_PAUSE_MS = 50;
const FENCE_MS = 4;

// Safari has no such call.
const whenIdle =
  globalThis.requestIdleCallback ??
  /** @type {(callback: () => void) => void} */ (callback => setTimeout(callback, 50));

/** Until a frame has been painted and the browser has nothing better to do. */
const untilIdle = () =>
  new Promise(resolve =>
    requestAnimationFrame(() => setTimeout(() => whenIdle(() => resolve(null), {timeout: 1000}))),
  );

/**
 * @typedef {object} BaseDescription
 * @property {boolean} isWhole whether all layers are drawn
 * @property {boolean} isShifted whether an older paint stands in for the camera of now
 * @property {string[]} layers ids of those drawn, the lowest first
 */

export class BaseCanvas {
  /** How often it was painted. */
  paints = 0;
  /** Milliseconds that the last paint took. */
  cost = 0;
  /** @type {Layer[]} the lowest first */
  #wanted = [];
  /** Whether all layers have been drawn once. */
  isWhole = false;
  #paintedAt = 0;
  #isPainting = false;
  #names = tileKit.tools?.createNames(() => this.#placeNames());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #paintTimer;

  /**
   * @param {DeckNamespace} deck
   * @param {HTMLElement} box
   * @param {DeckProps & {viewState: ViewState, onError: (error: Error) => void}} props
   */
  constructor(deck, box, props) {
    this.box = box;
    /** @type {Deck} */
    this.deck = new deck.Deck({
      ...props,
      id: 'land-canvas', // two of the library's own would stand on the page
      parent: box,
      controller: false,
      layers: [],
      onResize: () => box.classList.add('sized'),
      // Beneath the canvas of the events, which has a name and the keys, it is no stop of its own.
      onLoad: () => this.deck.getCanvas()?.removeAttribute('tabindex'),
      onAfterRender: () => {
        this.paints += 1;
      },
    });
    this.onError = props.onError;
    this.viewState = props.viewState;
  }

  /** What the base shows at this moment. @returns {BaseDescription} */
  describe() {
    return {
      isWhole: this.isWhole,
      isShifted: this.box.style.transform !== '',
      layers: (this.deck.props.layers ?? []).map(({id}) => id),
    };
  }

  /**
   * Draw layers, each when its data are here. The first time what the first view needs comes first:
   * names cost a set of letters and a shader, other zooms their areas cut into triangles.
   * @param {Layer[]} layers the lowest first
   */
  async setLayers(layers) {
    // Filters bring new events over the same land.
    const wanted = this.#wanted;
    if (layers.length === wanted.length && layers.every((layer, i) => layer === wanted[i])) return;
    this.#wanted = layers;
    /** @type {Map<string, Layer>} */
    const drawn = new Map();
    /** @param {Layer} layer */
    const load = async layer => {
      try {
        const whole = await withData(layer);
        drawn.set(layer.id, this.#names?.watch(whole) ?? whole);
      } catch (error) {
        this.onError(/** @type {Error} */ (error)); // the rest is drawn without it
      }
    };
    const inOrder = orderFirstPaint(layers, this.viewState.zoom);
    for (const some of this.isWhole ? [layers] : inOrder) {
      await Promise.all(some.filter(layer => !drawn.has(layer.id)).map(load));
      if (layers !== this.#wanted) return;
      const stack = layers.flatMap(({id}) => drawn.get(id) ?? []);
      this.deck.setProps({layers: this.#names?.dress(stack) ?? stack});
      this.#placeNames();
      if (!this.isWhole) await untilIdle();
    }
    this.isWhole = true;
  }

  /**
   * Show the base from a new camera, in the frame in which the canvas above shows it.
   * @param {ViewState} view
   */
  follow(view) {
    const now = performance.now();
    const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_PER_PAINT * this.cost);
    clearTimeout(this.#paintTimer);
    const isFar = Math.abs(view.zoom - this.viewState.zoom) > FADES_FROM;
    if (this.#isPainting || (now - this.#paintedAt < pause && !isFar)) {
      this.#shift(view);
      this.#paintTimer = setTimeout(() => this.follow(view), Math.max(SHORTEST_PAUSE_MS, pause));
    } else this.#paint(view);
  }

  /**
   * Move and scale what is painted: on a flat Web Mercator map that is exact, only blurred.
   * @param {ViewState} view
   */
  #shift(view) {
    const [painted] = this.deck.getViewports();
    if (!painted) return;
    const scale = 2 ** (view.zoom - painted.zoom);
    const [x, y] = painted.project([view.longitude, view.latitude]);
    const [dx, dy] = [painted.width / 2 - scale * x, painted.height / 2 - scale * y];
    this.box.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
    this.box.style.opacity = String(fadeFarAway(view.zoom - painted.zoom));
  }

  /** Set the names of towns that fit now. */
  #placeNames() {
    const {layers = []} = this.deck.props;
    if (!this.#names?.place(layers, this.viewState.zoom)) return;
    this.deck.setProps({layers: this.#names.dress(layers)});
  }

  /** Stop for good. */
  stop() {
    clearTimeout(this.#paintTimer);
    this.#wanted = [];
  }

  /** @param {ViewState} view */
  #paint({longitude, latitude, zoom, pitch, bearing}) {
    this.#paintedAt = performance.now();
    this.viewState = {longitude, latitude, zoom, pitch, bearing};
    this.deck.setProps({viewState: this.viewState});
    this.#placeNames();
    this.deck.redraw('camera');
    this.box.style.transform = '';
    this.box.style.opacity = '';
    this.#measure();
  }

  /** Ask the graphics card when it has done what was asked of it. */
  #measure() {
    const gl = this.deck.device?.gl;
    const fence = gl?.fenceSync?.(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!gl || !fence) return;
    const start = this.#paintedAt;
    gl.flush();
    this.#isPainting = true;
    const ask = () => {
      if (!gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
        setTimeout(ask, FENCE_MS);
        return;
      }
      gl.deleteSync(fence);
      this.#isPainting = false;
      this.cost = performance.now() - start;
    };
    setTimeout(ask, 0);
  }
}
