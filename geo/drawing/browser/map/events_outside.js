// Says that found events lie outside the map, so that the map does not seem empty.
import {element} from '../page/dom.js';
import {fillTemplate, WORDS} from '../page/words.js';
import {METRES_A_DEGREE} from './camera/found_bounds.js';
/** @import {EventRows} from '../page/event_rows.js' */
/** @import {TimeWindow} from '../types/events.js' */
/** @import {CameraMoves} from './camera/camera_moves.js' */

const NOTE_AFTER_MS = 150; // after the last move

/** @typedef {{events: EventRows | null, window: TimeWindow}} FoundEvents */
/**
 * Of events with a place.
 * @typedef {{found: number, outside: number, isWhole: boolean}} OutsideCount
 */

/**
 * Count the events that are found, and those whose circle lies wholly outside the map.
 * @param {FoundEvents} choices
 * @param {[west: number, south: number, east: number, north: number]} bounds of the map, degrees;
 *   beyond 180 where it shows both sides of that meridian
 * @returns {OutsideCount} isWhole: nothing is left out
 */
export function countOutside({events, window}, [west, south, east, north]) {
  let [found, outside, all] = [0, 0, 0];
  if (!events) return {found, outside, isWhole: true};
  const [lons, lats, radii] = ['lon', 'lat', 'r'].map(name => events.table.numbers(name));
  for (const row of events.rowsInside(window)) {
    all += 1;
    const lat = lats[row];
    if (Number.isNaN(lons[row]) || Number.isNaN(lat)) continue;
    found += 1;
    const high = (radii[row] || 0) / METRES_A_DEGREE;
    const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    // The copy of the world that is nearest to the middle.
    const lon = lons[row] + 360 * Math.round(((west + east) / 2 - lons[row]) / 360);
    const [fromWest, fromSouth] = [lon + wide >= west, lat + high >= south];
    const [toEast, toNorth] = [lon - wide <= east, lat - high <= north];
    if (!(fromWest && fromSouth && toEast && toNorth)) outside += 1;
  }
  return {found, outside, isWhole: all === events.length};
}

/**
 * Whether a reader may take the map for all that is found: nothing is on it, or only a part of what
 * they asked for. A step of a story has been aimed; what it leaves out is meant.
 * @param {OutsideCount} count
 * @param {Pick<CameraMoves, 'isMoved' | 'isFitted'>} moves
 * @param {boolean} isStory
 */
export function isMisleading({found, outside, isWhole}, {isMoved, isFitted}, isStory) {
  if (isFitted || !outside) return false;
  return outside === found || (!isWhole && (isMoved || !isStory));
}

export class OutsideNote {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => OutsideCount | null} count null if nothing is to be said
   * @param {() => void} onFit
   */
  constructor(count, onFit) {
    this.count = count;
    this.words = element('span');
    const fit = element('b', {}, WORDS.fit);
    this.button = element('button', {type: 'button', class: 'button'}, this.words, ' · ', fit);
    this.button.onclick = onFit;
    this.button.hidden = true;
    this.node = element('p', {class: 'outside-note', role: 'status'}, this.button);
  }

  /** The map, or what is found, has changed. */
  follow() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(this.count()), NOTE_AFTER_MS);
  }

  /** @param {OutsideCount | null} count */
  #show(count) {
    this.button.hidden = !count;
    if (!count) return;
    const {found, outside} = count;
    const {outsideOne, outsideAll, outsideSome} = WORDS;
    const template = found === 1 ? outsideOne : outside === found ? outsideAll : outsideSome;
    this.words.textContent = fillTemplate(template, {found, outside});
  }
}
