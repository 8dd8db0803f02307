// Makes a visited site readable offline: a service worker, never part of the page's own script.
// Whoever is online always gets what the server has: the cache is asked only where the network
// fails, or for a picture whose name is the hash of what it shows.

/** @typedef {Event & {waitUntil(work: Promise<unknown>): void}} Waiting */
/** @typedef {Waiting & {request: Request, respondWith(answer: Promise<Response>): void}} Asking */
/** @typedef {{skipWaiting(): Promise<void>, clients: {claim(): Promise<void>}}} Worker */

const worker = /** @type {Worker} */ (/** @type {unknown} */ (globalThis));
const root = new URL('./', location.href).href;
const CACHE = `${root} ${globalThis.OFFLINE.version}`;
const HASHED = /-[0-9a-f]{10}\.(png|svg)$/;

/** The file that an address stands for: a view of the explorer is a query. @param {string} url */
function findFile(url) {
  const plain = url.replace(/[?#].*/, '');
  return plain.endsWith('/') ? `${plain}index.html` : plain;
}

/** Of other versions nothing stays: an old page beside new data would say what is no longer so. */
async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter(name => name.startsWith(`${root} `) && name !== CACHE);
  await Promise.all(others.map(name => caches.delete(name)));
}

/** @param {Asking} asking */
async function answer(asking) {
  const {request} = asking;
  const file = findFile(request.url);
  const cache = await caches.open(CACHE);
  const isHashed = HASHED.test(file);
  const known = isHashed ? await cache.match(file) : undefined;
  if (known) return known;
  try {
    const response = await fetch(request);
    if (response.status === 200) asking.waitUntil(cache.put(file, response.clone()));
    return response;
  } catch (error) {
    const visited = await cache.match(file);
    if (visited) return visited;
    // The page of a folder, whose links start from there: as a server does.
    if (!(await cache.match(`${file}/index.html`))) throw error;
    return Response.redirect(`${file}/${request.url.slice(file.length)}`);
  }
}

addEventListener('install', event => {
  const prepare = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(
      globalThis.OFFLINE.files.map(file => new Request(root + file, {cache: 'no-cache'})),
    );
    await worker.skipWaiting();
  };
  /** @type {Waiting} */ (event).waitUntil(prepare());
});
addEventListener('activate', event => {
  /** @type {Waiting} */ (event).waitUntil(dropOthers().then(() => worker.clients.claim()));
});
addEventListener('fetch', event => {
  const asking = /** @type {Asking} */ (event);
  const {method, url} = asking.request;
  if (method === 'GET' && url.startsWith(root)) asking.respondWith(answer(asking));
});
