// A link of the app to a step of a briefing, turned into that of its page on this site.
const asked = new URLSearchParams(location.search);
const [wanted, step] = [asked.get('briefing'), asked.get('step')];

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll('a[data-briefing]');
const found = wanted === null ? links[0] : [...links].find(one => one.dataset.briefing === wanted);
const note = document.getElementById('left-out');
if (wanted !== null || step !== null) {
  if (found) location.replace(`${found.href}${/^\d+$/.test(step ?? '') ? `#step-${step}` : ''}`);
  else if (note) note.hidden = false;
}
