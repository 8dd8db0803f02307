// The canvas below: land first, then names, then what other zooms need. It is painted as often as
// the machine allows while the view moves, and shifted in between. Where a still picture is in
// its place, it is opened once the events are painted, and seen once it is drawn whole.
import {untilIdle, watchPaint} from '../../page/until.js';
import {dropMotion} from '../camera/map_camera.js';
import {updateLayers} from '../canvas/layer_updates.js';
import {createPausingDeck} from '../canvas/pausing_deck.js';
import {addCanvas} from '../canvas/sized_canvas.js';
import {tileKit} from '../tiles/tile_kit.js';
import {withData} from './base_data.js';
import {orderFirstPaint} from './base_order.js';
import {FADES_FROM, shiftPaint, showPaint} from './old_paint.js';
/** @import {Deck, DeckNamespace, DeckProps, Layer, ViewState} from '../../types/deck.js' */
/** @import {StillBase} from './still_base.js' */

const PAUSE_PER_PAINT = 3; // a paint may take a quarter of the time
const LONGEST_PAUSE_MS = 500; // then what is shifted is painted, on a slow machine too
const SHORTEST_PAUSE_MS = 50;

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
  /** @type {Deck | null} until it is opened */
  deck = null;
  #isOpening = false;
  #measure = () => {};
  /** In its first frame the browser measures a canvas, and the library paints it again. */
  #measured = new Promise(resolve => (this.#measure = () => resolve(null)));
  #build;
  #still;

  /**
   * @param {DeckNamespace} deck
   * @param {HTMLElement} box
   * @param {DeckProps & {viewState: ViewState, onError: (error: Error) => void,
   *   useDevicePixels: number}} props
   * @param {StillBase | null} still
   */
  constructor(deck, box, props, still) {
    this.box = box;
    this.onError = props.onError;
    this.viewState = props.viewState;
    this.#build = () =>
      createPausingDeck(deck, {
        ...props,
        viewState: this.viewState,
        canvas: addCanvas(box, 'land-canvas', props.useDevicePixels),
        controller: false,
        layers: [],
        onResize: () => {
          box.classList.toggle('sized', !this.#still);
          requestAnimationFrame(() => setTimeout(this.#measure));
        },
        // Tab skips this canvas: the one of the events above it has the name and the keys.
        onLoad: () => this.deck?.getCanvas()?.removeAttribute('tabindex'),
        onAfterRender: () => void (this.paints += 1),
      });
    this.#still = still;
    if (!still) this.deck = this.#build();
  }

  /** Draw the base in the place of a still picture: the events are painted. */
  async open() {
    if (this.deck || this.#isOpening) return;
    this.#isOpening = true;
    await untilIdle();
    if (!this.#isOpening) return;
    this.deck = this.#build();
    const layers = this.#wanted;
    this.#wanted = [];
    this.setLayers(layers);
  }

  /** Take the place of the still picture, in one frame. */
  #replaceStill() {
    const still = this.#still;
    if (!still) return;
    this.#still = null;
    this.box.classList.add('sized');
    this.deck?.redraw('shown');
    requestAnimationFrame(() => requestAnimationFrame(() => still.remove()));
  }

  /** What the base shows at this moment (`BaseDescription`). */
  describe() {
    return {
      isWhole: this.isWhole,
      isShifted: this.box.style.transform !== '',
      layers: (this.deck?.props.layers ?? []).map(({id}) => id),
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
    if (!this.deck) return;
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
    await this.#measured;
    const inOrder = orderFirstPaint(layers, this.viewState.zoom);
    for (const some of this.isWhole ? [layers] : inOrder) {
      await Promise.all(some.filter(layer => !drawn.has(layer.id)).map(load));
      if (layers !== this.#wanted) return;
      const stack = layers.flatMap(({id}) => drawn.get(id) ?? []);
      this.deck.setProps({layers: this.#names?.dress(stack) ?? stack});
      this.#placeNames();
      if (!this.isWhole) await untilIdle(this.deck.device?.gl);
    }
    this.isWhole = true;
    this.#replaceStill();
  }

  /**
   * Show the base from a new camera, in the frame in which the canvas above shows it.
   * @param {ViewState} view
   */
  follow(view) {
    this.#still?.follow(view);
    if (!this.deck) {
      this.viewState = dropMotion(view);
      return;
    }
    const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_PER_PAINT * this.cost);
    clearTimeout(this.#paintTimer);
    const isFar = Math.abs(view.zoom - this.viewState.zoom) > FADES_FROM;
    if (this.#isPainting || (performance.now() - this.#paintedAt < pause && !isFar)) {
      shiftPaint(this.box, this.deck.getViewports()[0], view);
      this.#paintTimer = setTimeout(() => this.follow(view), Math.max(SHORTEST_PAUSE_MS, pause));
    } else this.#paint(view);
  }

  /** Set the names of towns that fit now. */
  #placeNames() {
    const {layers = []} = this.deck?.props ?? {};
    if (!this.deck || !this.#names?.place(layers, this.viewState.zoom)) return;
    this.deck.setProps({layers: this.#names.dress(layers)});
  }

  /** Stop for good. */
  stop() {
    clearTimeout(this.#paintTimer);
    this.#wanted = [];
    this.#isOpening = false;
  }

  /** @param {ViewState} view */
  #paint(view) {
    this.#paintedAt = performance.now();
    this.viewState = dropMotion(view);
    this.deck?.setProps({viewState: this.viewState});
    updateLayers(this.deck);
    // Tiles that are known already have come, with names of their own.
    this.#placeNames();
    updateLayers(this.deck);
    this.deck?.redraw('camera');
    showPaint(this.box);
    this.#isPainting = watchPaint(this.deck?.device?.gl, () => {
      this.#isPainting = false;
      this.cost = performance.now() - this.#paintedAt;
    });
  }
}
