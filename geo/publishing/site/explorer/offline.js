// Makes a visited site readable offline: a service worker, never part of the page's own script.
// Whoever is online always gets what the server has: the cache is asked only where the network
// fails, or for a picture whose name is the hash of what it shows. It holds one version of the
// site, as the server confirmed it. Where the server has another one, or none, all of it goes
// before anything new is cached: offline, no page is better than one that was withdrawn.

/** @typedef {Event & {waitUntil(work: Promise<unknown>): void}} Waiting */
/** @typedef {{request: Request, respondWith(answer: Promise<Response>): void}} Answerable */
/** @typedef {Waiting & Answerable} FetchEvent */
/** @typedef {{unregister(): Promise<boolean>}} Registration */
/** @typedef {{skipWaiting(): Promise<void>, registration: Registration}} Own */
/** @typedef {Own & {clients: {claim(): Promise<void>}}} Worker */
/** @typedef {{file: string, response: Response}} Sent */
/**
 * What the server has of this version.
 * @typedef {'same' | 'other' | 'gone' | 'unknown'} ServerAnswer
 */

const worker = /** @type {Worker} */ (/** @type {unknown} */ (globalThis));
const {version, files, own} = globalThis.OFFLINE;
const root = new URL('./', location.href).href;
const CACHE = `${root} ${version}`;
const HASHED = /-[0-9a-f]{10}\.(png|svg)$/;
// A script of the explorer is one of a version, which its page names by a hash.
const HASHED_SCRIPT = /\.js\?[0-9a-f]+$/;

/** What the server sent and has yet to confirm. @type {Sent[]} */
const unconfirmed = [];
/** @type {Promise<void> | null} */
let confirming = null;

/** The file that an address stands for: a view of the explorer is a query. @param {string} url */
function findFile(url) {
  if (HASHED_SCRIPT.test(url)) return url;
  const plain = url.replace(/[?#].*/, '');
  return plain.endsWith('/') ? `${plain}index.html` : plain;
}

/** Another site may lie in a folder below, with a worker of its own. @param {string} file */
const isOwn = file => file.startsWith(root) && own.includes(file.slice(root.length).split('/')[0]);

/** @param {Response} response */
const isGone = ({status}) => status === 404 || status === 410;

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter(name => name.startsWith(`${root} `) && name !== CACHE);
  await Promise.all(others.map(name => caches.delete(name)));
}

/** @returns {Promise<ServerAnswer>} */
async function askServer() {
  try {
    const response = await fetch(location.href, {cache: 'no-cache', redirect: 'manual'});
    if (isGone(response) || response.type === 'opaqueredirect') return 'gone';
    if (!response.ok) return 'unknown';
    return (await response.text()).includes(version) ? 'same' : 'other';
  } catch {
    return 'unknown';
  }
}

/** Whether what was sent is as it is cached. @param {Cache} cache @param {Sent[]} sent */
async function isUnchanged(cache, sent) {
  for (const {file, response} of sent) {
    const cached = await cache.match(file);
    if (!cached && file.endsWith('.html')) return false;
    if (cached && (await cached.text()) !== (await response.text())) return false;
  }
  return true;
}

/** Put what was sent into the cache. @param {Cache} cache @param {Sent} sent */
async function store(cache, {file, response}) {
  try {
    await cache.put(file, response);
  } catch (error) {
    // What a reader stopped before all of it was here is only not cached.
    if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error;
  }
}

/** Cache what the server sent if it still has this version; else nothing of it stays. */
async function confirm() {
  const sent = unconfirmed.splice(0);
  const cache = await caches.open(CACHE);
  const gone = sent.filter(({response}) => isGone(response));
  const deleted = await Promise.all(gone.map(({file}) => cache.delete(file)));
  const loaded = sent.filter(({response}) => response.status === 200);
  const found = await askServer();
  if (found === 'same') {
    await Promise.all(loaded.map(one => store(cache, one)));
  } else if (found !== 'unknown' || deleted.includes(true) || !(await isUnchanged(cache, loaded))) {
    await caches.delete(CACHE);
  }
  if (found === 'gone') {
    await dropOthers();
    await worker.registration.unregister();
  }
}

async function confirmAll() {
  while (unconfirmed.length) {
    // Where there is no room for more, or only a part of a page arrived, nothing old stays.
    await confirm().catch(() => caches.delete(CACHE));
  }
  confirming = null;
}

/** @param {FetchEvent} fetchEvent @param {string} file */
async function answer(fetchEvent, file) {
  const {request} = fetchEvent;
  if (HASHED.test(file)) {
    const known = await (await caches.open(CACHE)).match(file);
    if (known) return known;
  }
  try {
    const response = await fetch(request);
    if (response.status === 200 || isGone(response) || response.type === 'opaqueredirect') {
      unconfirmed.push({file, response: response.clone()});
      fetchEvent.waitUntil((confirming ??= confirmAll()));
    }
    return response;
  } catch (error) {
    await confirming;
    const cache = await caches.open(CACHE);
    const visited = await cache.match(file);
    if (visited) return visited;
    // The page of a folder, whose links start from there: as a server does.
    if (!(await cache.match(`${file}/index.html`))) throw error;
    return Response.redirect(`${file}/${request.url.slice(file.length)}`);
  }
}

addEventListener('install', event => {
  const prepare = async () => {
    await dropOthers();
    const cache = await caches.open(CACHE);
    await cache.addAll(files.map(file => new Request(root + file, {cache: 'no-cache'})));
    await worker.skipWaiting();
  };
  const install = prepare().catch(async error => {
    await caches.delete(CACHE);
    throw error;
  });
  /** @type {Waiting} */ (event).waitUntil(install);
});
addEventListener('activate', event => {
  /** @type {Waiting} */ (event).waitUntil(dropOthers().then(() => worker.clients.claim()));
});
addEventListener('fetch', event => {
  const fetchEvent = /** @type {FetchEvent} */ (event);
  const {method, url} = fetchEvent.request;
  const file = findFile(url);
  if (method === 'GET' && isOwn(file)) fetchEvent.respondWith(answer(fetchEvent, file));
});
