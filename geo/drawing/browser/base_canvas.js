// The canvas beneath: land first, then names, then what other zooms need. It is painted when the view moves, as often as the machine can bear, and moved with it in between.
import {atItsZoom, withRows} from './deck_spec.js';

const BREATHER = 3; // a paint may take a quarter of the time
const LONGEST_REST_MS = 500; // then what is shifted is painted, on a slow machine too

const isName = layer => layer.id.startsWith('base-names') || layer.id.startsWith('base-dots');

// Safari has no such call.
const whenIdle = globalThis.requestIdleCallback ?? (callback => setTimeout(callback, 50));

/** Until a frame has been painted and the browser has nothing better to do. */
const aMoment = () =>
  new Promise(resolve =>
    requestAnimationFrame(() => setTimeout(() => whenIdle(resolve, {timeout: 1000}))),
  );

/**
 * @typedef {object} BaseDescription
 * @property {boolean} isWhole whether all layers are drawn
 * @property {boolean} isShifted whether an older paint stands in for the camera of now
 * @property {string[]} layers ids of those drawn, the lowest first
 */

export class BaseCanvas {
  /**
   * @param {any} deck the namespace of pydeck's bundle
   * @param {HTMLElement} box
   * @param {object} props of deck.gl's Deck
   */
  constructor(deck, box, props) {
    this.box = box;
    const onAfterRender = () => {
      this.paints += 1;
    };
    this.deck = new deck.Deck({
      ...props,
      onAfterRender,
      parent: box,
      controller: false,
      layers: [],
    });
    this.onError = props.onError;
    this.cost = 0; // ms that the last paint took
    this.paintedAt = 0;
    this.paints = 0;
  }

  /** What the base shows at this moment. @returns {BaseDescription} */
  describe() {
    return {
      isWhole: this.isWhole === true,
      isShifted: this.box.style.transform !== '',
      layers: this.deck.props.layers.map(({id}) => id),
    };
  }

  /**
   * Draw layers, each when its data are here. The first time what the first view needs comes first: names cost
   * a set of letters and a shader, other zooms their areas cut into triangles.
   * @param {any[]} layers the lowest first
   */
  async setLayers(layers) {
    // Filters bring new events over the same land.
    if (
      layers.length === this.wanted?.length &&
      layers.every((layer, at) => layer === this.wanted[at])
    )
      return;
    this.wanted = layers;
    const {viewState} = this.deck.props;
    const isFirst = layer => !isName(layer) && atItsZoom({layer, viewport: viewState});
    const isNext = layer => atItsZoom({layer, viewport: viewState});
    const drawn = new Map();
    const draw = async layer => {
      try {
        drawn.set(layer.id, await withRows(layer));
      } catch (error) {
        this.onError(error); // the rest is drawn without it
      }
    };
    for (const belongs of this.isWhole ? [() => true] : [isFirst, isNext, () => true]) {
      await Promise.all(layers.filter(layer => !drawn.has(layer.id) && belongs(layer)).map(draw));
      if (layers !== this.wanted) return;
      this.deck.setProps({layers: layers.map(layer => drawn.get(layer.id)).filter(Boolean)});
      if (!this.isWhole) await aMoment();
    }
    this.isWhole = true;
  }

  /** Show the base from a new camera, in the frame in which the canvas above shows it. */
  follow(view) {
    const now = performance.now();
    const rest = Math.min(LONGEST_REST_MS, BREATHER * this.cost);
    clearTimeout(this.waiting);
    if (this.painting || now - this.paintedAt < rest) {
      this.shift(view);
      this.waiting = setTimeout(() => this.follow(view), Math.max(50, rest));
    } else this.paint(view);
  }

  /** Move and scale what is painted: on a flat Web Mercator map that is exact, only blurred. */
  shift(view) {
    const painted = this.deck.getViewports()[0];
    if (!painted) return;
    const scale = 2 ** (view.zoom - painted.zoom);
    const [x, y] = painted.project([view.longitude, view.latitude]);
    this.box.style.transform = `translate(${painted.width / 2 - scale * x}px, ${painted.height / 2 - scale * y}px) scale(${scale})`;
  }

  paint({longitude, latitude, zoom, pitch, bearing}) {
    this.paintedAt = performance.now();
    this.deck.setProps({viewState: {longitude, latitude, zoom, pitch, bearing}});
    this.deck.redraw('camera');
    this.box.style.transform = '';
    this.measure();
  }

  /** Ask the graphics card when it has done what it was told. */
  measure() {
    const gl = this.deck.device?.gl;
    if (!gl?.fenceSync) return;
    const done = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    const start = this.paintedAt;
    gl.flush();
    this.painting = true;
    const ask = () => {
      if (!gl.isContextLost() && gl.getSyncParameter(done, gl.SYNC_STATUS) !== gl.SIGNALED)
        return setTimeout(ask, 4);
      gl.deleteSync(done);
      this.painting = false;
      this.cost = performance.now() - start;
    };
    setTimeout(ask, 0);
  }
}
