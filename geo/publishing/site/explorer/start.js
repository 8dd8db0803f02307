// In the head of the first page: its scripts are asked for once its words have been painted. Those
// that the head names would take the processor from the first paint, or run before it.
{
  const {data, explorer, deck} = globalThis.SITE_SCRIPTS;
  const onerror = () => document.getElementById('not-loaded')?.removeAttribute('hidden');
  /** @param {string} name @param {{integrity?: string}} script @param {object} values */
  const append = (name, {integrity}, values) => {
    // Of a file from disk a browser does not compare it.
    const bound = location.protocol.startsWith('http') ? {integrity} : {};
    document.head.append(Object.assign(document.createElement(name), bound, values));
  };
  const start = () => {
    for (const script of [data, explorer]) {
      append('script', script, {onerror, async: false, src: script.src});
    }
    // It runs when the explorer asks for it.
    append('link', deck, {rel: 'preload', as: 'script', href: deck.src});
  };
  addEventListener('DOMContentLoaded', () => {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  });
}
