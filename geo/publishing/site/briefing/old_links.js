// A link of the app to a step of a briefing, turned into that of its page on this site.
import {listTrimmed, readTexts} from '../explorer/pasted.js';

const asked = readTexts(location.search);
/** @param {string} name */
const listAsked = name => [...listTrimmed(asked.get(name)?.at(-1) ?? '')].filter(Boolean);

const wanted = listAsked('briefing');
const step = listAsked('step').find(text => /^[1-9]\d{0,2}$/.test(text));
/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll('a[data-briefing]');
const found = wanted.length
  ? [...links].find(({dataset}) => wanted.includes(dataset.briefing ?? ''))
  : links[0];
const note = document.getElementById('left-out');
if (asked.has('briefing') || asked.has('step')) {
  if (found) location.replace(`${found.href}${step ? `#step-${step}` : ''}`);
  else if (note) note.hidden = false;
}
