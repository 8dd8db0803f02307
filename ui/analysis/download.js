// Files of a view as links that the browser itself downloads, and beneath them how far each one is.

const ASK_EVERY_MS = 400;
const count = number => number.toLocaleString('en');

/** Streamlit calls this at each rerun; a file that is under way stays on the page. @param {any} component */
export function mountTakeAway({data, parentElement}) {
  const host = parentElement.querySelector('.host');
  if (!host.firstChild) {
    const style = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: address(data.style),
    });
    const links = Object.assign(document.createElement('p'), {className: 'links'});
    host.append(
      style,
      links,
      Object.assign(document.createElement('div'), {className: 'under-way'}),
    );
    host.style.minHeight = '';
  }
  host
    .querySelector('.links')
    .replaceChildren(...data.files.map(file => linkOf(file, host.querySelector('.under-way'))));
}

const address = path => new URL(path, document.baseURI).href;

function linkOf({label, path}, underWay) {
  const link = Object.assign(document.createElement('a'), {
    textContent: label,
    href: address(path),
    download: '',
  });
  link.addEventListener('click', () => {
    // Each file has a ticket of its own; the browser follows the address as it is after this.
    const ticket = [...crypto.getRandomValues(new Uint8Array(12))]
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join('');
    const asked = new URL(address(path));
    asked.searchParams.set('ticket', ticket);
    link.href = asked.href;
    follow(label, ticket, underWay);
  });
  return link;
}

/** Say how far a file is until it is sent or broken off, or nobody here knows: another process may send it. */
async function follow(label, ticket, underWay) {
  const line = Object.assign(document.createElement('p'), {className: 'file'});
  line.setAttribute('role', 'status');
  const words = document.createElement('span');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', label);
  line.append(bar, words);
  words.textContent = `${label}: asked for`;
  underWay.prepend(line);
  let brokenOff = false;
  for (let missed = 0; missed < 25 && !brokenOff;) {
    await new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS));
    const answer = await fetch(address(`api/export/progress/${ticket}`)).catch(() => null);
    if (!answer?.ok) {
      missed += 1; // Not begun yet, or the network is away.
      continue;
    }
    missed = 0;
    const {total, written, state} = await answer.json();
    Object.assign(bar, {max: Math.max(total, 1), value: total ? written : 1});
    if (state === 'sent') {
      bar.remove();
      words.textContent = `${label}: all ${count(total)} ${total === 1 ? 'event' : 'events'} sent`;
      return;
    }
    brokenOff = state === 'broken off';
    words.textContent =
      `${label}: ${count(written)} of ${count(total)} events` +
      (written === total ? ', being packed and sent' : '');
  }
  bar.remove();
  line.classList.toggle('fault', brokenOff);
  words.textContent =
    `${label}: ` +
    (brokenOff
      ? 'broken off. What was saved of it, if anything, is not whole; please ask again.'
      : 'asked for. How far it is cannot be said here; your browser shows it.');
}
