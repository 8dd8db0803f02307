// A link of the app to a step of a briefing, turned into that of its page on this site.
import {element} from '../../../drawing/browser/page/dom.js';
import {readStep} from '../../one_file/read_step.js';
import {showOtherData} from '../explorer/other_data.js';
import {listTrimmed, readTexts} from '../explorer/pasted.js';

const BRIEFING_WORDS = {briefing: 'The briefing of this link', isAsNow: ' is as it is now.'};

const asked = readTexts(location.search);
const wanted = [...listTrimmed(asked.get('briefing')?.at(-1) ?? '')].filter(Boolean);
/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll('a[data-briefing]');
const found = wanted.length
  ? [...links].find(({dataset}) => wanted.includes(dataset.briefing ?? ''))
  : links[0];
const note = document.getElementById('left-out');
const otherData = showOtherData(note, asked);

/** The address of the step that is asked for. @param {HTMLAnchorElement} link */
function findPage({href, dataset}) {
  const text = asked.get('step')?.at(-1);
  if (!text) return href;
  const steps = [...listTrimmed(text)].map(some => readStep(some, Number(dataset.steps)));
  const read = steps.find(({leftOut}) => !leftOut);
  // The page of the briefing names what it cannot use.
  return read ? `${href}#step-${read.step}` : `${href}?step=${encodeURIComponent(text)}`;
}

if (asked.has('briefing') || asked.has('step')) {
  if (found && otherData) {
    const link = element('a', {href: findPage(found)}, BRIEFING_WORDS.briefing);
    otherData.append(element('p', {}, link, BRIEFING_WORDS.isAsNow));
  } else if (found) location.replace(findPage(found));
  else if (note) note.hidden = false;
}
