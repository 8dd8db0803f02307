// The service worker of a site: a Map takes the place of the cache, and there is no network.
import assert from 'node:assert/strict';
import {test} from 'node:test';

const ROOT = 'https://news.example/story/';
/** @type {Map<string, Response>} */
const kept = new Map();
/** @type {Map<string, (event: object) => void>} */
const listeners = new Map();
const cache = {match: async (/** @type {string} */ url) => kept.get(url)};
const worker = {
  location: {href: `${ROOT}offline.js`},
  OFFLINE: {version: '1', files: []},
  caches: {open: async () => cache},
  addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) =>
    listeners.set(name, listener),
  fetch: async () => {
    throw new TypeError('no network');
  },
};
for (const [name, value] of Object.entries(worker)) {
  Object.defineProperty(globalThis, name, {value, configurable: true});
}
await import('../../geo/publishing/site/explorer/offline.js');

/** What the worker answers. @param {string} address @returns {Promise<Response>} */
const ask = address =>
  new Promise((resolve, reject) => {
    listeners.get('fetch')?.({
      request: new Request(address),
      respondWith: (/** @type {Promise<Response>} */ answer) => answer.then(resolve, reject),
      waitUntil: () => {},
    });
  });

test('a folder without its slash leads to its page with what was asked', async () => {
  const page = new Response('claims');
  kept.set(`${ROOT}claims/index.html`, page);
  assert.equal(await ask(`${ROOT}claims/?event=port`), page);
  const {status, headers} = await ask(`${ROOT}claims?event=port&q=a%26b`);
  assert.equal(status, 302);
  assert.equal(headers.get('location'), `${ROOT}claims/?event=port&q=a%26b`);
});

test('what was not visited fails as it does without the worker', async () => {
  for (const path of ['events/port', 'events/port/', 'feed.xml?a']) {
    await assert.rejects(ask(ROOT + path), /no network/);
  }
});
