// What a page says where what it wants to load is of another version of the site, or gone.
import {element} from '../../../drawing/browser/page/dom.js';

const CHANGED = 'This page has changed since you opened it.';
const NOT_LOADED = 'Its data did not load, or this page has changed since you opened it.';

/** @param {string} words */
const offerReload = words =>
  element('p', {role: 'alert'}, words, ' ', element('a', {href: ''}, 'Load it again.'));

export const sayChanged = () => offerReload(CHANGED);
export const sayNotLoaded = () => offerReload(NOT_LOADED);
