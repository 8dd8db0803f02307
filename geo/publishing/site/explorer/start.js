// In the head of the first page: its scripts run once its words have been painted. Deferred
// ones that a browser has already would run before.
{
  const start = () => {
    for (const src of ['explorer/data.js', 'explorer/explorer.js']) {
      document.head.append(Object.assign(document.createElement('script'), {src, async: false}));
    }
  };
  addEventListener('DOMContentLoaded', () => {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  });
}
