// What of a link this page does not show, and where it is shown.
import {element} from '../../../drawing/browser/page/dom.js';
import {sayLost} from './lost_event.js';
import {ONLY_IN_APP_WORDS} from './only_in_app_words.js';
import {OTHER_VERSIONS, readData, sayNotShown, sayUnused} from './other_data.js';
/** @import {LeftOut, Parameter, Values} from './link.js' */
/** @import {Site} from './types.js' */

const NOTE_WORDS = {
  analysis: 'the analysis',
  step: 'This link is to a step of a briefing. ',
  open: 'Open it',
};

/**
 * What of a link only the app can answer.
 * @param {Parameter[]} parameters
 * @param {Values} values
 * @returns {string[]} in words, each once
 */
export function listOnlyInApp(parameters, values) {
  const asked = parameters.filter(({name}) => values.has(name));
  const words = asked.map(({name, figures}) =>
    figures ? NOTE_WORDS.analysis : (ONLY_IN_APP_WORDS[name] ?? ''),
  );
  return [...new Set(words.filter(Boolean))];
}

/** @type {LeftOut} */
export const NOTHING_LEFT_OUT = {leftOut: [], lostEvent: ''};

/**
 * @param {Site} site
 * @param {Values} values
 * @param {LeftOut} left
 * @param {string} query
 * @returns {Element[]} paragraphs
 */
export function describeLeftOut(site, values, {leftOut, lostEvent}, query) {
  const {version, app, briefings} = site;
  const lines = [];
  // The note about a missing event also explains why its camera is left out.
  const lost = lostEvent ? ['event', 'view'] : [];
  const names = leftOut.filter(name => !lost.includes(name));
  if (names.length) {
    lines.push(sayUnused(names));
  }
  const otherData = readData(values.get('data')?.[0], version);
  const words = listOnlyInApp(site.grammar.place.parameters, values);
  if (otherData) {
    lines.push(otherData.line);
    words.push(OTHER_VERSIONS);
  }
  /** @type {Element[]} */
  const notes = lines.map(line => element('p', {}, line));
  if (lostEvent) notes.unshift(...sayLost(lostEvent));
  if (words.length) notes.push(sayNotShown(words, app && `${app}?${query}`));
  if (briefings && (values.has('briefing') || values.has('step'))) {
    const link = element('a', {href: `briefing/index.html?${query}`}, NOTE_WORDS.open);
    notes.push(element('p', {}, NOTE_WORDS.step, link));
  }
  return notes;
}
