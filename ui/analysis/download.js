// Files of a view as links that the browser itself downloads, and below them their progress.

const ASK_EVERY_MS = 400;
const MOST_MISSED = 25; // answers, then nobody here knows: another process may send the file

const UNKNOWN_WORDS = "Progress is not available; see your browser's downloads.";

/** @typedef {{label: string, path: string}} OfferedFile */

/**
 * What the server says of a file (web/api/downloads.py).
 * @typedef {object} Progress
 * @property {number} total events
 * @property {number} written events
 * @property {'unknown' | 'writing' | 'sent' | 'broken off'} state
 */

/** @param {string} path */
const absoluteAddress = path => new URL(path, document.baseURI).href;

/** @param {number} number */
const formatCount = number => number.toLocaleString('en');

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 */
const create = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

/**
 * Streamlit calls this at each rerun; a file that is under way stays on the page.
 * @param {{data: {style: string, files: OfferedFile[]}, parentElement: ShadowRoot}} component
 */
export function mountDownloads({data, parentElement}) {
  const host = parentElement.querySelector('.host');
  if (!(host instanceof HTMLElement)) throw new Error('downloads: found no .host, wanted one');
  const links = host.querySelector('.links') ?? create('p', {className: 'links'});
  const underWay = host.querySelector('.under-way') ?? create('div', {className: 'under-way'});
  if (!host.firstChild) {
    const style = create('link', {rel: 'stylesheet', href: absoluteAddress(data.style)});
    host.append(style, links, underWay);
    host.style.minHeight = '';
  }
  links.replaceChildren(...data.files.map(file => buildLink(file, underWay)));
}

/**
 * @param {OfferedFile} file
 * @param {Element} underWay
 */
function buildLink({label, path}, underWay) {
  const link = create('a', {textContent: label, href: absoluteAddress(path), download: ''});
  link.addEventListener('click', () => {
    // Each file has a ticket of its own; the browser follows the address as it is after this.
    const ticket = [...crypto.getRandomValues(new Uint8Array(12))]
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join('');
    const address = new URL(absoluteAddress(path));
    address.searchParams.set('ticket', ticket);
    link.href = address.href;
    showProgress(label, ticket, underWay);
  });
  return link;
}

/**
 * The progress of a file; null if the network is away.
 * @param {string} ticket
 * @returns {Promise<Progress | null>}
 */
async function fetchProgress(ticket) {
  const address = absoluteAddress(`api/export/progress/${ticket}`);
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/**
 * Say how far a file is until it is sent or interrupted, or its progress is not known.
 * @param {string} label
 * @param {string} ticket
 * @param {Element} underWay
 */
async function showProgress(label, ticket, underWay) {
  const line = create('p', {className: 'file', role: 'status'});
  const words = create('span', {textContent: `${label}: requested`});
  const bar = create('progress', {ariaLabel: label});
  line.append(bar, words);
  underWay.prepend(line);
  for (let missed = 0; missed < MOST_MISSED;) {
    await new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS));
    const progress = await fetchProgress(ticket);
    if (!progress || progress.state === 'unknown') {
      missed++;
      continue;
    }
    missed = 0;
    const {total, written, state} = progress;
    bar.max = Math.max(total, 1);
    bar.value = total ? written : 1;
    words.textContent = `${label}: ${progressWords(progress)}`;
    if (state === 'writing') continue;
    bar.remove();
    line.classList.toggle('problem', state !== 'sent');
    return;
  }
  bar.remove();
  words.textContent = `${label}: requested. ${UNKNOWN_WORDS}`;
}

/** @param {Progress} progress */
function progressWords({total, written, state}) {
  const all = `${formatCount(total)} ${total === 1 ? 'event' : 'events'}`;
  if (state === 'sent') return `all ${all} sent`;
  if (state === 'broken off') {
    return 'interrupted. What was saved, if anything, is incomplete; please try again.';
  }
  const count = `${formatCount(written)} of ${all}`;
  return written === total ? `${count}, being compressed and sent` : count;
}
