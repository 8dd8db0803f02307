// The service worker of a site: Maps take the place of its cache and of the server.
import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';

const ROOT = 'https://news.example/story/';
const OFFLINE = {version: '0123456789abcdef', files: ['index.html'], own: ['index.html', 'claims']};
OFFLINE.own.push('events', 'explorer');

/** What is cached. @type {Map<string, Map<string, Response>>} */
const stored = new Map();
/** What the server has; a number is a status, and what it lacks fails. */
const server = new Map();
/** Why nothing can be cached now. @type {string} */
let failure = '';
let isRegistered = true;

/** @param {string} name */
function openCache(name) {
  const files = stored.get(name) ?? new Map();
  stored.set(name, files);
  return {
    match: async (/** @type {string} */ url) => files.get(url)?.clone(),
    delete: async (/** @type {string} */ url) => files.delete(url),
    put: async (/** @type {string} */ url, /** @type {Response} */ response) => {
      if (failure) throw new DOMException('', failure);
      files.set(url, new Response(await response.text()));
    },
    addAll: async (/** @type {Request[]} */ requests) => {
      for (const request of requests) await openCache(name).put(request.url, await ask(request));
    },
  };
}

/** @param {string | Request} asked */
async function ask(asked) {
  const content = server.get(typeof asked === 'string' ? asked : asked.url);
  if (content === undefined) throw new TypeError('no network');
  return typeof content === 'number' ? new Response('', {status: content}) : new Response(content);
}

/** @type {Map<string, (event: object) => void>} */
const listeners = new Map();
const worker = {
  location: {href: `${ROOT}offline.js`},
  OFFLINE,
  caches: {
    keys: async () => [...stored.keys()],
    open: async (/** @type {string} */ name) => openCache(name),
    delete: async (/** @type {string} */ name) => stored.delete(name),
  },
  registration: {unregister: async () => (isRegistered = false)},
  clients: {claim: async () => {}},
  skipWaiting: async () => {},
  addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) =>
    listeners.set(name, listener),
  fetch: ask,
};
for (const [name, value] of Object.entries(worker)) {
  Object.defineProperty(globalThis, name, {value, configurable: true});
}
await import('../../../../../geo/publishing/site/explorer/offline.js');

const OWN = `${ROOT} ${OFFLINE.version}`;
/** @type {Promise<unknown>[]} */
let works = [];
const waitUntil = (/** @type {Promise<unknown>} */ work) => works.push(work);

/** What the worker answers; undefined where it leaves the answer to the browser. */
async function visit(/** @type {string} */ path) {
  /** @type {Promise<Response> | undefined} */
  let answer;
  const respondWith = (/** @type {Promise<Response>} */ given) => (answer = given);
  const request = new Request(ROOT + path);
  listeners.get('fetch')?.({request, respondWith, waitUntil});
  const response = await answer;
  await Promise.all(works);
  return response;
}

const read = async (/** @type {string} */ path) => (await visit(path))?.text();
const cached = () => [...(stored.get(OWN)?.keys() ?? [])].map(url => url.slice(ROOT.length));
const serve = (/** @type {Record<string, string | number>} */ files) => {
  server.clear();
  for (const [path, content] of Object.entries(files)) server.set(ROOT + path, content);
};
const CURRENT = {'offline.js': `"${OFFLINE.version}"`};
const NEXT = {'offline.js': '"fedcba9876543210"'};
const PORT = 'events/port/index.html';

beforeEach(async () => {
  stored.clear();
  works = [];
  [failure, isRegistered] = ['', true];
  serve({...CURRENT, [PORT]: 'old', 'events/quay/index.html': 'quay'});
  for (const path of [PORT, 'events/quay/index.html']) await read(path);
  assert.equal(cached().length, 2);
});

test('what was visited is read offline, and online what the server has', async () => {
  server.set(ROOT + PORT, 'new');
  assert.equal(await read(PORT), 'new');
  serve({});
  assert.equal(await read(`${PORT}?from=feed`), 'new');
});

test('a folder without its slash leads to its page with what was asked', async () => {
  serve({});
  const {status, headers} = (await visit('events/port?event=port&q=a%26b')) ?? Response.error();
  assert.equal(status, 302);
  assert.equal(headers.get('location'), `${ROOT}events/port/?event=port&q=a%26b`);
});

test('what was not visited fails as it does without the worker', async () => {
  serve({});
  for (const path of ['events/bridge', 'events/bridge/', 'claims/a.csv?a']) {
    await assert.rejects(visit(path), /no network/);
  }
});

for (const status of [404, 410]) {
  test(`a page that was withdrawn is not read offline: ${status}`, async () => {
    serve({...CURRENT, [PORT]: status});
    assert.equal((await visit(PORT))?.status, status);
    assert.deepEqual(cached(), ['events/quay/index.html']);
    serve({});
    await assert.rejects(visit(PORT), /no network/);
  });
}

test('of a version that the server no longer has nothing is read offline', async () => {
  serve({...NEXT, 'claims/index.html': 'new'});
  assert.equal(await read('claims/index.html'), 'new');
  assert.deepEqual(cached(), []);
});

for (const [what, files] of [
  ['has changed', {[PORT]: 'new'}],
  ['is gone', {[PORT]: 404}],
  ['is new', {'claims/index.html': 'new'}],
]) {
  test(`nothing stays where a page ${what} before the line breaks`, async () => {
    serve(/** @type {Record<string, string>} */ (files));
    await visit(Object.keys(files)[0]);
    assert.deepEqual(cached(), []);
  });
}

test('all stays where the page is as it was before the line breaks', async () => {
  serve({[PORT]: 'old', 'explorer/deck.js?0123456789': 'code'});
  await Promise.all([visit(PORT), visit('explorer/deck.js?0123456789')]);
  assert.deepEqual(cached(), [PORT, 'events/quay/index.html']);
});

test('a site that is gone leaves nothing, and no worker', async () => {
  stored.set(`${ROOT} of another version`, new Map());
  stored.set('https://news.example/story/second/ 1', new Map());
  serve({'offline.js': 404, [PORT]: 404});
  await visit(PORT);
  assert.deepEqual([...stored.keys()], ['https://news.example/story/second/ 1']);
  assert.equal(isRegistered, false);
});

test('where there is no room nothing old stays', async () => {
  failure = 'QuotaExceededError';
  server.set(ROOT + PORT, 'new');
  assert.equal(await read(PORT), 'new');
  assert.deepEqual(cached(), []);
});

test('what a reader stopped half way is only not cached', async () => {
  failure = 'AbortError';
  await visit(PORT);
  assert.equal(cached().length, 2);
});

test('a new worker clears what others cached before it asks for anything', async () => {
  stored.set(`${ROOT} of another version`, new Map());
  serve({});
  listeners.get('install')?.({waitUntil});
  await assert.rejects(Promise.all(works), /no network/);
  assert.deepEqual([...stored.keys()], []);
});

test('a script of the explorer is read offline only in the version that is asked for', async () => {
  serve({...CURRENT, 'explorer/data.js?aaaaaaaaaa': 'data'});
  await visit('explorer/data.js?aaaaaaaaaa');
  serve({});
  assert.equal(await read('explorer/data.js?aaaaaaaaaa'), 'data');
  await assert.rejects(visit('explorer/data.js?bbbbbbbbbb'), /no network/);
});

test('another site in a folder below is left alone', async () => {
  assert.equal(await visit('second/events/port/'), undefined);
  assert.equal(await visit('second'), undefined);
});
