// What a page says where what it wants to load is of another version of the site, or gone.
import {element} from '../../../drawing/browser/page/dom.js';

const CHANGED_WORDS = {
  changed: 'This page has changed since you opened it.',
  notLoaded: 'Its data did not load, or this page has changed since you opened it.',
  reload: 'Load it again.',
};

/** @param {string} words */
const offerReload = words =>
  element('p', {role: 'alert'}, words, ' ', element('a', {href: ''}, CHANGED_WORDS.reload));

export const sayChanged = () => offerReload(CHANGED_WORDS.changed);
export const sayNotLoaded = () => offerReload(CHANGED_WORDS.notLoaded);
