// Scripts of the site's own, which hold data: a page from disk can load these and nothing else.
import {MapFailure} from '../../../drawing/browser/map/map_failure.js';
import {WORDS} from '../../../drawing/browser/page/words.js';
/** @import {DeckNamespace} from '../../../drawing/browser/types/deck.js' */
/** @import {BoundScript} from './types.js' */

/** @type {Map<string, Promise<void>>} */
const loading = new Map();

const isServed = () => location.protocol.startsWith('http');

/** Say that a part of the page is missing, as start.js does. */
const showNotLoaded = () => document.getElementById('not-loaded')?.removeAttribute('hidden');

/**
 * @param {BoundScript} script its address relative to the page
 * @returns {Promise<void>}
 */
export function loadScript({src, integrity = ''}) {
  const known = loading.get(src);
  if (known) return known;
  /** @type {Promise<void>} */
  const made = new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    // Of a file from disk a browser does not compare it.
    if (isServed()) script.integrity = integrity;
    script.onload = () => resolve();
    script.onerror = () => {
      if (integrity) showNotLoaded();
      reject(new Error(`${src}: not loaded`));
    };
    document.head.append(script);
  });
  made.catch(() => loading.delete(src)); // so that the next request may succeed
  loading.set(src, made);
  return made;
}

/** The drawing library, whose script leaves it in a global. @returns {Promise<DeckNamespace>} */
export async function loadDeck() {
  if (!globalThis.deck) await loadScript(globalThis.SITE_SCRIPTS.deck).catch(() => {});
  if (!globalThis.deck) throw new MapFailure(WORDS.noBundle);
  return globalThis.deck;
}

/** A part of the base map, all of which comes in one script. @param {string} address */
export async function loadBase(address) {
  await loadScript(globalThis.SITE_SCRIPTS.base);
  return globalThis.SITE_BASE?.[address];
}

/** The address of this page under a query. @param {...string} parts of the query */
export function joinAddress(...parts) {
  const query = parts.filter(Boolean).join('&');
  return `${location.href.replace(/[?#].*/, '')}${query && `?${query}`}`;
}

/** Make what is visited readable offline, once the reader waits for nothing else. */
export function registerOffline() {
  if (!isServed() || !navigator.serviceWorker) return;
  // A server or a browser may not allow it: then it is read online.
  navigator.serviceWorker.register('offline.js').catch(() => {});
}
