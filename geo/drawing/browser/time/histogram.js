// Bars of how many events start when, stacked by group, with a calendar axis.
import {Bars, barPaths} from '../controls/bars.js';
import {binLength, ticks} from '../controls/calendar.js';
import {element} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {perWords} from './span_words.js';
/** @import {EventRows} from '../page/event_rows.js' */
/** @import {Group, TimeWindow} from '../types/events.js' */
/** @import {TimeBarContent} from './time_bar.js' */

const HEIGHT_PX = 56;
const FINE_LABEL_PX = 24;
const COARSE_LABEL_PX = 30;

/**
 * Count the events that pass the filters by bin and group. An event that starts before the domain
 * is counted where it enters; one of no group in the last count.
 * @param {Pick<EventRows, 'rowsInside' | 'starts' | 'table'>} events
 * @param {TimeWindow} domain ms
 * @param {number} length of a bin, ms
 * @param {Pick<Group, 'id'>[]} groups
 * @param {string} field the column of the rows that holds the group
 * @returns {number[][]} bins of counts: one for each group, and one for all others
 */
export function countByBin(events, [lo, hi], length, groups, field) {
  const bins = Array.from({length: Math.max(1, Math.ceil((hi - lo) / length))}, () =>
    new Array(groups.length + 1).fill(0),
  );
  const {words, codes} = events.table.words(field);
  const places = new Map(groups.map((group, i) => [group.id, i]));
  const placesByCode = words.map(word => places.get(word) ?? groups.length);
  for (const row of events.rowsInside([lo, hi])) {
    const bin = Math.floor((Math.max(lo, events.starts[row]) - lo) / length);
    bins[bin][placesByCode[codes[row]] ?? groups.length] += 1;
  }
  return bins;
}

export class Histogram {
  constructor() {
    this.bars = new Bars();
    this.note = element('div', {class: 'scale-note', 'aria-hidden': 'true'});
    this.summary = element('p', {class: 'unseen'});
    this.axis = element('div', {class: 'axis', 'aria-hidden': 'true'});
  }

  /**
   * @param {TimeBarContent} content
   * @param {number} width px
   */
  draw({events, domain, step, groups, field, lang, words}, width) {
    const length = binLength(domain, step, width);
    const bins = countByBin(events, domain, length, groups, field);
    const tallest = Math.max(1, ...bins.map(counts => counts.reduce((a, b) => a + b, 0)));
    const paths = barPaths(bins, tallest, width, HEIGHT_PX, length / (domain[1] - domain[0]));
    const colours = [...groups.map(({colour}) => colour), 'currentColor'];
    this.bars.draw(paths, colours, width, HEIGHT_PX);
    const values = {span: perWords(length, lang), tallest};
    this.note.textContent = fillTemplate(words.scale, values);
    this.summary.textContent = fillTemplate(words.histogram, values);
    this.#drawAxis(domain, width, lang);
  }

  /**
   * @param {TimeWindow} domain
   * @param {number} width
   * @param {string} lang
   */
  #drawAxis(domain, width, lang) {
    const {fine, coarse} = ticks(domain, width, lang);
    /** @type {(ms: number) => number} */
    const x = ms => ((ms - domain[0]) / (domain[1] - domain[0])) * width;
    /** @type {(kind: string, tick: {at: number, words: string}) => HTMLElement} */
    const label = (kind, {at, words}) => {
      const node = element('span', {class: kind}, words);
      // A share of the width: on paper the bar is as wide as the sheet, not as the screen.
      node.style.left = `${((x(at) / width) * 100).toFixed(3)}%`;
      return node;
    };
    this.axis.replaceChildren(
      ...fine.filter(({at}) => x(at) < width - FINE_LABEL_PX).map(tick => label('fine', tick)),
      ...coarse.filter(({at}) => x(at) < width - COARSE_LABEL_PX).map(t => label('coarse', t)),
    );
  }
}
