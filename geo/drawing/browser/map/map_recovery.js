// A lost map: browsers take graphics memory back from pages with many maps, and from all at times.
import {WORDS} from '../page/words.js';
/** @import {Camera} from '../types/events.js' */
/** @import {TimeMapOptions} from '../types/options.js' */
/** @import {MapView} from './map_view.js' */

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000; // two maps in view, and memory for one: they take turns
const CALM_MS = 60_000; // after so long without a loss the next one is a first one again

/**
 * @typedef {object} LosableMap
 * @property {MapView | null} view null while it is lost
 * @property {HTMLElement} mapBox
 * @property {HTMLElement} message what is said in place of the map
 * @property {TimeMapOptions} options
 * @property {(options: TimeMapOptions) => unknown} update draws it again
 */

export class MapRecovery {
  /** Whether a map is lost, and not yet drawn again. */
  isWaiting = false;
  /** @type {Camera | null | undefined} of the lost map; null for its extent, undefined for none */
  camera;
  /** Whether the reader had moved the lost map. */
  isMoved = false;
  #pause = FIRST_WAIT_MS;
  #lostAt = -Infinity;
  /** @type {IntersectionObserver | null} */
  #observer = null;

  /** @param {LosableMap} map whose view is lost and drawn again */
  constructor(map) {
    this.map = map;
    // Such an event does not bubble.
    map.mapBox.addEventListener('webglcontextlost', () => this.#lose(), true);
  }

  /** Close what is left of the map, and say so until it is drawn again. */
  #lose() {
    const {view, message, mapBox} = this.map;
    if (!view) return;
    this.map.view = null;
    this.camera = view.moves.isFitted ? null : view.view;
    this.isMoved = view.moves.isMoved;
    view.moves.report.stop();
    view.base.stop();
    for (const {deck} of [view.base, view.events]) {
      const {gl} = deck?.device ?? {};
      deck?.finalize();
      gl?.getExtension('WEBGL_lose_context')?.loseContext(); // another map may need the memory
    }
    message.textContent = WORDS.lost;
    message.setAttribute('role', 'status');
    mapBox.replaceChildren(message);
    this.#wait();
  }

  /** Wait longer each time, and until the box is in view. */
  #wait() {
    const now = performance.now();
    if (now - this.#lostAt > CALM_MS) this.#pause = FIRST_WAIT_MS;
    this.#lostAt = now;
    this.isWaiting = true;
    const pause = this.#pause;
    this.#pause = Math.min(LONGEST_WAIT_MS, 2 * pause);
    setTimeout(() => this.#watch(), pause);
  }

  #watch() {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(entries => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      this.#observer?.disconnect();
      this.isWaiting = false;
      this.map.update(this.map.options);
    });
    this.#observer.observe(this.map.mapBox);
  }
}
