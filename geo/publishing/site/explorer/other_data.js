// What a page says of a link that asks for more than a site has: the same on every page.
import {element} from '../../../drawing/browser/page/dom.js';
import {fillTemplate} from '../../../drawing/browser/page/words.js';
import {listTrimmed} from './pasted.js';

const DATA_WORDS = {
  unused: 'Part of this link could not be used and is left out: {parts}.',
  otherData: 'This link names data {asked}; these are data {version}.',
  notShown: 'This site does not show {things}.',
  openApp: 'Open it in the app',
  otherVersions: 'other versions of the data',
};
const IS_VERSION = /^[0-9a-f]{12}$/;

/** @param {string[]} parts */
export const sayUnused = parts => fillTemplate(DATA_WORDS.unused, {parts: parts.join(', ')});

/**
 * What a page says of a link with other data; nothing if it names those of this page, or none.
 * @param {string | undefined} text the value of "data"
 * @param {string} version of this page
 * @returns {{line: string, isOther: boolean} | null}
 */
export function readData(text, version) {
  if (!text) return null;
  const asked = [...listTrimmed(text)].find(some => IS_VERSION.test(some));
  if (asked === undefined) return {line: sayUnused(['data']), isOther: false};
  if (asked === version) return null;
  return {line: fillTemplate(DATA_WORDS.otherData, {asked, version}), isOther: true};
}

/** @param {string[]} things @param {string} address of the same in the app; '' for none */
export function sayNotShown(things, address) {
  const words = fillTemplate(DATA_WORDS.notShown, {things: things.join(', ')});
  const link = element('a', {href: address}, DATA_WORDS.openApp);
  return element('p', {}, words, ...(address ? [' ', link] : []));
}

export const OTHER_VERSIONS = DATA_WORDS.otherVersions;

/**
 * Say above the note of a page that a link names other data.
 * @param {HTMLElement | null} note which holds the version and the page's address in the app
 * @param {Map<string, string[]>} asked
 * @returns {Element | null} what is said, to which more may be added
 */
export function showOtherData(note, asked) {
  const {version = '', app = ''} = note?.dataset ?? {};
  const found = readData(asked.get('data')?.at(-1), version);
  if (!note || !found) return null;
  const box = element('div', {class: 'warning', role: 'status'}, element('p', {}, found.line));
  if (found.isOther) box.append(sayNotShown([OTHER_VERSIONS], app && `${app}${location.search}`));
  note.before(box);
  return box;
}
