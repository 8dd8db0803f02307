// Bars of counts, drawn twice: pale over the whole width, bright where the window is.
import {cssColour, svgElement} from '../page/dom.js';
/** @import {Colour} from '../types/events.js' */

/**
 * One path for each group: bars as high as the square root of their count, shared in proportion.
 * @param {number[][]} bins of counts, one for each group
 * @param {number} tallest count of a bin
 * @param {number} width px
 * @param {number} height px
 * @param {number} share of the width that a bin takes
 * @returns {string[]}
 */
export function barPaths(bins, tallest, width, height, share) {
  const paths = bins[0].map(() => '');
  const wide = width * share;
  const gap = wide > 4 ? 1 : 0;
  bins.forEach((counts, i) => {
    const sum = counts.reduce((a, b) => a + b, 0);
    const unit = sum ? (Math.sqrt(sum / tallest) * height) / sum : 0;
    const left = (i * wide).toFixed(2);
    const right = (Math.min(width, (i + 1) * wide) - gap).toFixed(2);
    let bottom = height;
    counts.forEach((count, group) => {
      if (!count) return;
      const top = bottom - count * unit;
      const tall = (count * unit).toFixed(2);
      paths[group] += `M${left} ${bottom.toFixed(2)}V${top.toFixed(2)}H${right}v${tall}Z`;
      bottom = top;
    });
  });
  return paths;
}

/** @param {string} kind of the bars */
const emptyDrawing = kind =>
  svgElement('svg', {
    class: `bars ${kind}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });

export class Bars {
  constructor() {
    this.pale = emptyDrawing('pale');
    this.bright = emptyDrawing('bright');
  }

  /**
   * @param {string[]} paths
   * @param {Colour[]} colours of the paths
   * @param {number} width px
   * @param {number} height px
   */
  draw(paths, colours, width, height) {
    for (const svg of [this.pale, this.bright]) {
      svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
      const drawn = paths.flatMap((d, i) =>
        d ? [svgElement('path', {d, fill: cssColour(colours[i])})] : [],
      );
      svg.replaceChildren(...drawn);
    }
  }

  /** Colour the bars between two shares of the width. @param {number} left @param {number} right */
  clip(left, right) {
    const [before, after] = [left, 1 - right].map(share => `${(share * 100).toFixed(3)}%`);
    this.bright.style.clipPath = `inset(0 ${after} 0 ${before})`;
  }
}
