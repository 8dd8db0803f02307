// In the head of the first page: its scripts are asked for once its words have been painted. Those
// that the head names would take the processor from the first paint, or run before it.
{
  /** @param {string} name @param {object} values */
  const append = (name, values) => {
    document.head.append(Object.assign(document.createElement(name), values));
  };
  const start = () => {
    for (const src of ['explorer/data.js', 'explorer/explorer.js']) {
      append('script', {src, async: false});
    }
    // It runs when the explorer asks for it.
    append('link', {rel: 'preload', as: 'script', href: 'explorer/deck.js'});
  };
  addEventListener('DOMContentLoaded', () => {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  });
}
