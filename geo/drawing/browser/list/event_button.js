// One event of a list as a button.
import {SINCE_WORDS} from '../filters/since_words.js';
import {element} from '../page/dom.js';
import {glyph} from './glyph.js';
/** @import {Words} from '../page/words.js' */
/** @import {Colour, EventRow} from '../types/events.js' */
/** @import {Freshness} from './freshness.js' */

/** @typedef {{row: EventRow, possible: boolean, fresh?: Freshness}} ListedEvent */

/**
 * One event as a button; every word of it is text.
 * @param {ListedEvent} event
 * @param {string} mark an SVG path
 * @param {Colour} colour
 * @param {Words} words
 * @param {() => void} onclick
 */
export function eventButton({row, possible, fresh}, mark, colour, words, onclick) {
  const placeName = element('bdi', {}, row.place ?? '');
  const lines = [
    element('span', {class: 'title', dir: 'auto'}, row.title),
    element('span', {class: 'facts'}, row.when, row.when && row.place ? ' · ' : '', placeName),
    element('span', {class: 'facts'}, row.distance ?? ''),
    element('span', {class: 'unseen'}, row.status ?? ''),
  ];
  if (fresh) lines.push(element('span', {class: 'fresh'}, SINCE_WORDS[fresh]));
  if (possible) lines.push(element('span', {class: 'possible'}, words.possiblyInRange));
  const button = element(
    'button',
    {type: 'button', class: 'event', 'data-id': row.id},
    glyph(mark, colour),
    element('span', {class: 'lines'}, ...lines),
  );
  button.onclick = onclick;
  return button;
}
