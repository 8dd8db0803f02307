// What a page says of an event that a link names and the record does not have.
import {element} from '../../../drawing/browser/dom.js';

// As long as an id may be.
const MOST_CHARACTERS = 100;

/**
 * @param {string} id
 * @param {string} up from the page to the start of the site
 * @returns {(string | HTMLElement)[]}
 */
export function sayLost(id, up) {
  const name = element('bdi', {}, [...id].slice(0, MOST_CHARACTERS).join(''));
  const link = element('a', {href: `${up}corrections/index.html`}, 'See the corrections');
  const why = '” is not in this record; it may have been withdrawn or renamed. ';
  return ['The event “', name, why, link];
}
