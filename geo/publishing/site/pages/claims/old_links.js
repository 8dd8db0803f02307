// A link of the app to the claims: it leads to the page of its event, and what this site does not
// show is named.
import {element} from '../../../../drawing/browser/page/dom.js';
import {loadScript} from '../../explorer/load_script.js';
import {sayLost} from '../../explorer/lost_event.js';
import {showOtherData} from '../../explorer/other_data.js';
import {listTrimmed, readTexts} from '../../explorer/pasted.js';

const CLAIM_WORDS = {
  notLoaded: 'The list of events did not load: reload to find the event of this link.',
  page: 'The page of this event',
  isAsNow: ' is as it is now.',
};

const asked = readTexts(location.search);
const wanted = asked.get('event')?.at(-1);
const note = document.getElementById('left-out');
const otherData = showOtherData(note, asked);

/** @param {string} name */
const isAsked = name => !!asked.get(name)?.some(Boolean);

/** @param {...(string | Node)} words after those of the page itself */
function showNote(...words) {
  if (!note) return;
  note.append(...words);
  note.hidden = false;
  const link = note.querySelector('.in-app');
  if (link instanceof HTMLAnchorElement) link.search = location.search;
}

/** @param {string} id */
function lead(id) {
  const folders = globalThis.SITE_FOLDERS ?? {};
  const found = [...listTrimmed(id)].find(text => Object.hasOwn(folders, text));
  if (found === undefined) {
    note?.before(element('div', {class: 'warning', role: 'status'}, ...sayLost(id)));
    return;
  }
  const page = `../events/${encodeURIComponent(folders[found])}/index.html`;
  const asNow = [element('a', {href: page}, CLAIM_WORDS.page), CLAIM_WORDS.isAsNow];
  // A reader who asks what was known at noon must not take the evening's statements for it. Filters
  // choose among events: they do not change what is said of this one.
  if (isAsked('known')) showNote(' ', ...asNow);
  else if (otherData) otherData.append(element('p', {}, ...asNow));
  else location.replace(page);
}

if (wanted) {
  const fail = () => note?.before(element('p', {role: 'alert'}, CLAIM_WORDS.notLoaded));
  loadScript({src: 'folders.js'}).then(() => lead(wanted), fail);
} else if (note?.dataset.filters?.split(' ').some(isAsked)) showNote();
