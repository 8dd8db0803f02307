// How far from the border: two handles over bars of how many events lie how far.
import {Brush} from './brush.js';
import {drawing, element, sentence} from './dom.js';
import {readReach} from './facets.js';
import {barPaths} from './histogram.js';

const REACH_PX = 34;
const NARROWEST_BIN_PX = 6;
const LENGTHS_KM = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

export class ReachBar {
  /** @param {{onMove: () => void, onCommit: () => void}} handlers @param {Record<string, string>} words */
  constructor({onMove, onCommit}, words) {
    this.words = words;
    this.brush = new Brush(
      {
        onMove: window => {
          this.window = window;
          this.show();
          onMove();
        },
        onGesture: () => {},
        onEnd: onCommit,
      },
      {from: words.nearest, to: words.farthest},
    );
    this.told = element('span', {class: 'told-chosen'});
    [this.pale, this.bright] = ['pale', 'bright'].map(kind =>
      drawing('svg', {class: `bars ${kind}`, preserveAspectRatio: 'none', 'aria-hidden': 'true'}),
    );
    this.track = element('div', {class: 'track'}, this.pale, this.bright, this.brush.node);
    this.node = element(
      'div',
      {class: 'reach', role: 'group', 'aria-label': words.reach},
      element('div', {class: 'block-name'}, element('span', {}, words.reach), this.told),
      this.track,
      element('p', {class: 'note'}, words.reachHelp),
    );
    new ResizeObserver(() => this.drawn && this.draw(...this.drawn)).observe(this.track);
  }

  /** @param {import('./facets.js').Facets} facets @param {string | null} text of the link, such as 100..450 */
  update(facets, text) {
    this.facets = facets;
    this.top = Math.max(1, facets.farthest);
    const within = km => Math.min(this.top, Math.max(0, Math.round(km)));
    this.brush.setDomain([0, this.top], 1);
    const [low, high] = readReach(text).map(within);
    const from = Math.min(low, this.top - 1);
    this.window = [from, Math.max(high, from + 1)];
    this.given = [text, ...this.window];
    this.show();
  }

  /** The choice in the grammar of the link; what the link said where it was not moved; '' for any distance. */
  get text() {
    const [text, ...given] = this.given ?? [null];
    const [low, high] = this.window;
    if (low === given[0] && high === given[1]) return text ?? '';
    const ends = [low || '', high >= this.top ? '' : high];
    return ends.join('') === '' ? '' : ends.join('..');
  }

  show() {
    if (!this.window) return;
    const [low, high] = this.window;
    const [left, right] = this.brush.place(
      this.window,
      this.window.map(km => sentence(this.words.kilometre, {km})),
    );
    this.told.textContent = this.tell();
    this.bright.style.clipPath = `inset(0 ${((1 - right) * 100).toFixed(3)}% 0 ${(left * 100).toFixed(3)}%)`;
  }

  /** The choice in words; a link may ask for more than the bar spans. */
  tell() {
    const [low, high] = readReach(this.text);
    if (low === -Infinity)
      return high === Infinity
        ? this.words.anyDistance
        : sentence(this.words.kilometresAtMost, {high});
    return sentence(high === Infinity ? this.words.kilometresAtLeast : this.words.kilometres, {
      low,
      high,
    });
  }

  /** @param {import('./event_rows.js').EventRows} events @param {[number, number]} window ms */
  draw(events, window) {
    this.drawn = [events, window];
    const width = this.track.clientWidth;
    if (!width || !this.facets) return;
    const length =
      LENGTHS_KM.find(km => (km / this.top) * width >= NARROWEST_BIN_PX) ?? LENGTHS_KM.at(-1);
    const counts = this.facets.countByReach(
      events,
      window,
      length,
      Math.ceil(this.top / length) + 1,
    );
    const written = `${width} ${counts.join()}`;
    if (written === this.written) return;
    this.written = written;
    const [d] = barPaths(
      Array.from(counts, count => [count]),
      Math.max(1, ...counts),
      width,
      REACH_PX,
      length / this.top,
    );
    for (const svg of [this.pale, this.bright]) {
      svg.setAttribute('viewBox', `0 0 ${width} ${REACH_PX}`);
      svg.replaceChildren(drawing('path', {d, fill: 'currentColor'}));
    }
    this.show();
  }
}
