// Bars of how many events begin when, stacked by group, with a calendar axis. Drawn twice: pale, and in the window.
import {binLength, spanWords, ticks} from './calendar.js';
import {cssColour, drawing, element, sentence} from './dom.js';

const HEIGHT = 56;
const OTHER = {id: null, colour: 'currentColor'};

/**
 * Count kept events by bin and group. An event that begins before the domain is counted where it enters.
 * @param {import('./event_rows.js').EventRows} events
 * @returns {number[][]} bins of counts, one for each group
 */
export function countByBin(events, [lo, hi], length, groups, field) {
  const bins = Array.from({length: Math.max(1, Math.ceil((hi - lo) / length))}, () =>
    new Array(groups.length).fill(0),
  );
  const place = new Map(groups.map((group, i) => [group.id, i]));
  for (const {row, start} of events.inside([lo, hi])) {
    const bin = Math.floor((Math.max(lo, start) - lo) / length);
    bins[bin][place.get(row[field]) ?? groups.length - 1] += 1;
  }
  return bins;
}

/** One path for each group: bars as high as the square root of their count, shared in proportion. */
export function barPaths(bins, tallest, width, height, share) {
  const paths = bins[0].map(() => '');
  const wide = width * share;
  const gap = wide > 4 ? 1 : 0;
  bins.forEach((counts, i) => {
    const sum = counts.reduce((a, b) => a + b, 0);
    const unit = sum ? (Math.sqrt(sum / tallest) * height) / sum : 0;
    let top = height;
    counts.forEach((count, group) => {
      if (!count) return;
      const tall = count * unit;
      const right = Math.min(width, (i + 1) * wide) - gap;
      paths[group] +=
        `M${(i * wide).toFixed(2)} ${top.toFixed(2)}V${(top -= tall).toFixed(2)}H${right.toFixed(2)}v${tall.toFixed(2)}Z`;
    });
  });
  return paths;
}

export class Histogram {
  constructor() {
    this.pale = drawing('svg', {
      class: 'bars pale',
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    });
    this.bright = drawing('svg', {
      class: 'bars bright',
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    });
    this.note = element('div', {class: 'scale-note', 'aria-hidden': 'true'});
    this.summary = element('p', {class: 'unseen'});
    this.axis = element('div', {class: 'axis', 'aria-hidden': 'true'});
  }

  /**
   * @param {{events: import('./event_rows.js').EventRows, domain: [number, number], step: number,
   *   groups: {id: string, colour: string | number[]}[], field: string, lang: string, words: Record<string, string>}} content
   * @param {number} width px
   */
  draw({events, domain, step, groups, field, lang, words}, width) {
    const length = binLength(domain, step, width);
    const stacked = [...groups, OTHER];
    const bins = countByBin(events, domain, length, stacked, field);
    const tallest = Math.max(1, ...bins.map(counts => counts.reduce((a, b) => a + b, 0)));
    const paths = barPaths(bins, tallest, width, HEIGHT, length / (domain[1] - domain[0]));
    for (const svg of [this.pale, this.bright]) {
      svg.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
      svg.replaceChildren(
        ...paths.flatMap((d, i) =>
          d ? [drawing('path', {d, fill: cssColour(stacked[i].colour)})] : [],
        ),
      );
    }
    const values = {span: spanWords(length, lang), tallest};
    this.note.textContent = sentence(words.scale, values);
    this.summary.textContent = sentence(words.histogram, values);
    this.drawAxis(domain, width, lang);
  }

  drawAxis(domain, width, lang) {
    const {fine, coarse} = ticks(domain, width, lang);
    const at = ms => ((ms - domain[0]) / (domain[1] - domain[0])) * width;
    const tick = (kind, {at: ms, words}) => {
      const label = element('span', {class: kind}, words);
      label.style.left = `${at(ms).toFixed(1)}px`;
      return label;
    };
    this.axis.replaceChildren(
      ...fine.filter(({at: ms}) => at(ms) < width - 24).map(t => tick('fine', t)),
      ...coarse.filter(({at: ms}) => at(ms) < width - 30).map(t => tick('coarse', t)),
    );
  }

  /** Colour the bars between two shares of the width; the rest stays pale. */
  clip(left, right) {
    this.bright.style.clipPath = `inset(0 ${((1 - right) * 100).toFixed(3)}% 0 ${(left * 100).toFixed(3)}%)`;
  }
}
