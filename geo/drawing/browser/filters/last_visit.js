// The data that this browser saw at its last visit: stored only here, and never sent.
/** @import {Facets} from './facets.js' */

/** @typedef {{version: string, at: number}} Visit the version of the data, and when, ms */

/** @param {Storage} storage @param {string} key @returns {Visit | null} */
function read(storage, key) {
  const found = JSON.parse(storage.getItem(key) ?? 'null');
  return typeof found?.version === 'string' && typeof found.at === 'number' ? found : null;
}

/**
 * Return the visit before this one, and remember this one; null at a first visit, where the data
 * seen then are not known, and where a browser keeps nothing.
 * @param {Facets['versions']} versions the oldest first, those shown last
 * @returns {Visit | null}
 */
export function findLastVisit(versions) {
  if (!versions.length) return null;
  // Two stories may share a host.
  const key = `last visit ${versions[0].id}`;
  const isKnown = (/** @type {Visit | null} */ visit) =>
    versions.some(({id}) => id === visit?.version);
  try {
    const before = read(localStorage, key);
    // As long as a tab is open it is one visit.
    if (!sessionStorage.getItem(key)) sessionStorage.setItem(key, JSON.stringify(before ?? 0));
    // A link to old data must not set the last visit back.
    if (!before || isKnown(before)) {
      const now = {version: versions[versions.length - 1].id, at: Date.now()};
      localStorage.setItem(key, JSON.stringify(now));
    }
    const visit = read(sessionStorage, key);
    return isKnown(visit) ? visit : null;
  } catch {
    return null;
  }
}
