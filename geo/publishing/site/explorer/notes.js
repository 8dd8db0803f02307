// What of a link this page does not show, and where it is shown.
import {element} from '../../../drawing/browser/page/dom.js';
import {sayLost} from './lost_event.js';
import {OTHER_VERSIONS, readData, sayNotShown, sayUnused} from './other_data.js';
/** @import {LeftOut, Values} from './link.js' */
/** @import {Site} from './types.js' */

/** What only the app can answer. @type {Record<string, string>} */
const ONLY_IN_APP = {
  known: 'claims as they were known at an earlier moment',
  stack: 'the analysis',
  cross: 'the analysis',
  compare: 'the analysis',
  span: 'the analysis',
};

/** @type {LeftOut} */
export const NOTHING_LEFT_OUT = {leftOut: [], lostEvent: ''};

/**
 * @param {Site} site
 * @param {Values} values
 * @param {LeftOut} left
 * @param {string} query
 * @returns {Element[]} paragraphs
 */
export function describeLeftOut({version, app, briefings}, values, {leftOut, lostEvent}, query) {
  const lines = [];
  // The note about a missing event also explains why its camera is left out.
  const lost = lostEvent ? ['event', 'view'] : [];
  const names = leftOut.filter(name => !lost.includes(name));
  if (names.length) {
    lines.push(sayUnused(names));
  }
  const otherData = readData(values.get('data')?.[0], version);
  const parts = new Set(Object.keys(ONLY_IN_APP).filter(name => values.has(name)));
  const words = [...new Set([...parts].map(name => ONLY_IN_APP[name]))];
  if (otherData) {
    lines.push(otherData.line);
    words.push(OTHER_VERSIONS);
  }
  /** @type {Element[]} */
  const notes = lines.map(line => element('p', {}, line));
  if (lostEvent) notes.unshift(...sayLost(lostEvent));
  if (words.length) notes.push(sayNotShown(words, app && `${app}?${query}`));
  if (briefings && (values.has('briefing') || values.has('step'))) {
    const link = element('a', {href: `briefing/index.html?${query}`}, 'Open it');
    notes.push(element('p', {}, 'This link is to a step of a briefing. ', link));
  }
  return notes;
}
