// Which events are painted: all, or of many on a slow card those that the view shows a part of.
import {watchPaint} from '../../page/until.js';
import {createTexels, fillShown} from './event_texels.js';
import {findSeenRows} from './seen_rows.js';
/** @import {EventRows} from '../../page/event_rows.js' */
/** @import {Device, Texture, Viewport} from '../../types/deck.js' */
/** @import {EventLayerProps} from './event_layer.js' */

// Below, a card in software paints all in less time than it takes to leave some out.
const MANY = 20_000;
// A card that paints so many in two frames paints all of them faster than they can be chosen.
const [QUICK_ROWS, QUICK_MS] = [5_000, 34];
// One that takes longer, and again so, is slow: another program may have kept it from the first.
const [TOO_SLOW_MS, TOO_OFTEN] = [100, 2];

export class ShownRows {
  /** @type {Texture | null} */
  texture = null;
  /** @type {Uint32Array} */
  rows = new Uint32Array();
  /** The index of the first row that has a pin. */
  firstPin = 0;
  #paintsAll = false;
  /** How many paints of all, one after the other, took too long. */
  #slowPaints = 0;
  #isTiming = false;
  #areMany = false;
  /** @type {unknown[]} */
  #inputs = [];

  /**
   * Choose again where anything has changed.
   * @param {Device} device
   * @param {EventRows} events
   * @param {EventLayerProps} props
   * @param {Viewport} view
   */
  follow(device, events, props, view) {
    const {choices, versions, possibleOpacity = 1} = props;
    if (!choices) return;
    const {zoom, longitude, latitude, width, height} = view;
    this.#areMany = events.length > MANY;
    const isWhole = !this.#areMany || this.#paintsAll;
    const seen = [versions?.filters, ...choices.window, zoom, longitude, latitude, width, height];
    const inputs = [events, ...(isWhole ? [] : seen)];
    const isKnown = inputs.length === this.#inputs.length;
    if (isKnown && inputs.every((one, i) => one === this.#inputs[i])) return;
    this.#inputs = inputs;
    this.rows = isWhole
      ? Uint32Array.from(events.starts.keys())
      : findSeenRows(events, choices.window, view, {...props, possibleOpacity});
    const pins = events.table.numbers('pin');
    const first = this.rows.findIndex(row => pins[row] === 1);
    this.firstPin = first < 0 ? this.rows.length : first;
    this.destroy();
    this.texture = createTexels(device, fillShown(this.rows), this.rows.length, 'r32float');
  }

  destroy() {
    this.texture?.destroy();
  }

  /**
   * Time the paint that was just asked for, where there is something to learn from it.
   * @param {WebGL2RenderingContext | undefined} gl
   */
  timePaint(gl) {
    const {length} = this.rows;
    const isKnown = !this.#areMany || this.#slowPaints >= TOO_OFTEN;
    if (isKnown || this.#isTiming || length <= QUICK_ROWS) return;
    const [start, paintsAll] = [performance.now(), this.#paintsAll];
    this.#isTiming = watchPaint(gl, pendingMs => {
      this.#isTiming = false;
      if (paintsAll) this.#slowPaints = pendingMs > TOO_SLOW_MS ? this.#slowPaints + 1 : 0;
      else this.#paintsAll = performance.now() - start < QUICK_MS;
      if (this.#slowPaints >= TOO_OFTEN) this.#paintsAll = false;
    });
  }
}
