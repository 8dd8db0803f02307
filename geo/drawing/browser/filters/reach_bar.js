// How far from the border: two handles over bars of how many events lie how far.
import {Bars, barPaths} from '../controls/bars.js';
import {Brush} from '../controls/brush.js';
import {element} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {describeReach, readReach} from './reach.js';
/** @import {Words} from '../page/words.js' */
/** @import {Facets} from './facets.js' */
/** @import {PanelCounts} from './filters.js' */

const REACH_PX = 34;
const NARROWEST_BIN_PX = 6;
const LENGTHS_KM = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

export class ReachBar {
  section = 'below';
  /** @type {[number, number]} kilometres */
  #range = [0, 1];
  /** @type {[number, number]} as the link asked, on this bar */
  #givenRange = [0, 1];
  /** As the link wrote it. */
  #givenText = '';
  /** @type {Pick<PanelCounts, 'events' | 'window'> | null} what was drawn last */
  #drawn = null;
  #drawnCounts = '';
  #facets;
  /** Kilometres at the right end of the bar. */
  #top;

  /**
   * @param {Facets} facets
   * @param {() => void} onCommit when a gesture has ended
   * @param {Words} words
   */
  constructor(facets, onCommit, words) {
    this.words = words;
    this.#facets = facets;
    this.#top = Math.max(1, facets.farthest);
    this.brush = new Brush(
      {
        onMove: range => {
          this.#range = range;
          this.#place();
        },
        onGesture: () => {},
        onEnd: onCommit,
      },
      {from: words.nearest, to: words.farthest},
    );
    this.summary = element('span', {class: 'chosen-summary'});
    this.bars = new Bars();
    const track = element(
      'div',
      {class: 'track'},
      this.bars.pale,
      this.bars.bright,
      this.brush.node,
    );
    this.track = track;
    this.node = element(
      'div',
      {class: 'reach', role: 'group', 'aria-label': words.reach},
      element('div', {class: 'block-name'}, element('span', {}, words.reach), this.summary),
      track,
      element('p', {class: 'note'}, words.reachHelp),
    );
    new ResizeObserver(() => this.#drawn && this.count(this.#drawn)).observe(track);
  }

  /** @param {string[]} values as the link has them, such as 100..450 */
  show([text = '']) {
    this.node.hidden = !this.#facets.farthest && !text;
    const [low, high] = readReach(text).map(km => Math.min(this.#top, Math.max(0, Math.round(km))));
    const from = Math.min(low, this.#top - 1);
    this.brush.setDomain([0, this.#top], 1);
    this.#range = this.#givenRange = [from, Math.max(high, from + 1)];
    this.#givenText = text;
    this.#place();
  }

  get values() {
    const text = this.#text;
    return text ? [text] : [];
  }

  /** The choice in the grammar of the link; '' for any distance. */
  get #text() {
    const [low, high] = this.#range;
    // A link may ask for more than the bar spans: what was not moved stays as it was written.
    if (low === this.#givenRange[0] && high === this.#givenRange[1]) return this.#givenText;
    const ends = [low || '', high >= this.#top ? '' : high];
    return ends.join('') === '' ? '' : ends.join('..');
  }

  #place() {
    const {words} = this;
    const reach = readReach(this.#text);
    const [from, to] = this.#range.map(km => fillTemplate(words.kilometre, {km}));
    const texts = [reach[0] === -Infinity ? words.inside : from, to];
    this.bars.clip(...this.brush.place(this.#range, texts));
    this.summary.textContent = describeReach(reach, words);
  }

  /** Draw how many events lie how far. @param {Pick<PanelCounts, 'events' | 'window'>} counted */
  count({events, window}) {
    this.#drawn = {events, window};
    const width = this.track.clientWidth;
    if (!width) return;
    const length =
      LENGTHS_KM.find(km => (km / this.#top) * width >= NARROWEST_BIN_PX) ??
      LENGTHS_KM[LENGTHS_KM.length - 1];
    const bins = Math.ceil(this.#top / length) + 1;
    const counts = this.#facets.countByReach(events, window, length, bins);
    const written = `${width} ${counts.join()}`;
    if (written === this.#drawnCounts) return;
    this.#drawnCounts = written;
    const stacked = Array.from(counts, count => [count]);
    const share = length / this.#top;
    const paths = barPaths(stacked, Math.max(1, ...counts), width, REACH_PX, share);
    this.bars.draw(paths, ['currentColor'], width, REACH_PX);
    this.#place();
  }
}
