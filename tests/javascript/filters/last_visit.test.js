// The last visit, kept in this browser: a Map takes the place of each of its two stores.
import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {findLastVisit} from '../../../geo/drawing/browser/filters/last_visit.js';

class Store {
  /** @type {Map<string, string>} */
  kept = new Map();
  getItem = (/** @type {string} */ key) => this.kept.get(key) ?? null;
  setItem = (/** @type {string} */ key, /** @type {string} */ value) => {
    this.kept.set(key, value);
  };
}

/** @param {...string} ids the oldest first */
const versions = (...ids) => ids.map(id => ({id, date: '2023-06-01'}));

/** @param {unknown} value */
const browserKeeps = value =>
  Object.defineProperty(globalThis, 'localStorage', {value, configurable: true});
const openTab = () =>
  Object.defineProperty(globalThis, 'sessionStorage', {value: new Store(), configurable: true});

beforeEach(() => {
  browserKeeps(new Store());
  openTab();
});

test('a first visit has none before it', () => {
  assert.equal(findLastVisit(versions('aa', 'bb')), null);
});

test('a second visit knows the data that the first one saw, and when', () => {
  const before = Date.now();
  findLastVisit(versions('aa', 'bb'));
  openTab();
  const visit = findLastVisit(versions('aa', 'bb', 'cc'));
  assert.equal(visit?.version, 'bb');
  assert.ok(visit.at >= before && visit.at <= Date.now());
});

test('as long as a tab is open it is one visit, however often it is loaded', () => {
  findLastVisit(versions('aa'));
  assert.equal(findLastVisit(versions('aa', 'bb')), null);
  openTab();
  assert.equal(findLastVisit(versions('aa', 'bb', 'cc'))?.version, 'bb');
  assert.equal(findLastVisit(versions('aa', 'bb', 'cc', 'dd'))?.version, 'bb');
});

test('a link to old data does not set the last visit back', () => {
  findLastVisit(versions('aa', 'bb'));
  openTab();
  findLastVisit(versions('aa'));
  openTab();
  assert.equal(findLastVisit(versions('aa', 'bb', 'cc'))?.version, 'bb');
});

test('two stories on one host keep their own visits', () => {
  findLastVisit(versions('aa', 'bb'));
  openTab();
  assert.equal(findLastVisit(versions('xx', 'bb')), null);
});

test('where the data have no versions nothing is kept', () => {
  const store = new Store();
  browserKeeps(store);
  assert.equal(findLastVisit([]), null);
  assert.equal(store.kept.size, 0);
});

test('a browser that keeps nothing, or something else under the name, has no last visit', () => {
  browserKeeps(null);
  assert.equal(findLastVisit(versions('aa')), null);
  const store = new Store();
  browserKeeps(store);
  for (const text of ['{', '7', '"aa"', '{"version": 3, "at": 4}', '{"version": "aa"}']) {
    store.kept.set('last visit aa', text);
    openTab();
    assert.equal(findLastVisit(versions('aa')), null, text);
  }
});
