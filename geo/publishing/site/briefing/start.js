// In the head of a briefing's page: runs its scripts, of one version alone, once the page is read.
addEventListener('DOMContentLoaded', () => {
  const onerror = () => document.getElementById('not-loaded')?.removeAttribute('hidden');
  for (const {src, integrity} of globalThis.BRIEFING_SCRIPTS) {
    // Of a file from disk a browser does not compare it.
    const bound = location.protocol.startsWith('http') ? {integrity} : {};
    const values = {onerror, async: false, src, ...bound};
    document.head.append(Object.assign(document.createElement('script'), values));
  }
});
