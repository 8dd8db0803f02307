// JSON from our own immutable addresses, fetched once for all parts of a page.
import {decodeContent} from './row_columns.js';

/** @type {Map<string, Promise<unknown>>} */
const answers = new Map();

/** What loads an answer that a page without a server has in another file. */
/** @type {Map<string, () => Promise<unknown>>} */
const loaders = new Map();

/** @param {string} address relative to the page */
const absoluteUrl = address => new URL(address, document.baseURI).href;

/** @param {string} url @returns {Promise<unknown>} */
async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/**
 * Fetch JSON from one of our own immutable addresses, once for all layers, maps and lists; a
 * table, where it comes as columns.
 * @template T
 * @param {string} address relative to the page
 * @returns {Promise<T>}
 */
export function fetchJson(address) {
  const url = absoluteUrl(address);
  if (!answers.has(url)) {
    const answer = (loaders.get(url)?.() ?? load(url)).then(decodeContent);
    answer.catch(() => answers.delete(url)); // so that the next request may succeed
    answers.set(url, answer);
  }
  return /** @type {Promise<T>} */ (answers.get(url));
}

/**
 * Say what an address answers, for a page that has no server.
 * @param {string} address
 * @param {unknown} content
 */
export function provideJson(address, content) {
  answers.set(absoluteUrl(address), Promise.resolve(decodeContent(content)));
}

/**
 * Say what brings the answer of an address, once somebody asks for it.
 * @param {string} address
 * @param {() => Promise<unknown>} loader
 */
export function provideLoader(address, loader) {
  loaders.set(absoluteUrl(address), loader);
}
