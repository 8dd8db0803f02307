// The page of a briefing on a site: its steps, with the map and the player of the one-file page.
import {Choices} from '../../../drawing/browser/filters/choices.js';
import {element} from '../../../drawing/browser/page/dom.js';
import {fetchJson} from '../../../drawing/browser/page/fetch_json.js';
import {BriefingSteps, byId} from '../../one_file/briefing_steps.js';
import {sayUnused} from '../explorer/other_data.js';
/** @import {RowTable} from '../../../drawing/browser/page/row_columns.js' */
/** @import {EventRow} from '../../../drawing/browser/types/events.js' */

const [briefingMap, ownSteps] = [globalThis.BRIEFING_MAP, globalThis.BRIEFING];
const answersOfBoth = {...briefingMap.answers, ...ownSteps.answers};
const steps = new BriefingSteps(
  {...ownSteps, base: briefingMap.base, answers: answersOfBoth},
  // No text is searched here: nothing that the steps show asks for one.
  new Choices(async () => null),
);
const picked = byId('picked');

/** Name the event that was picked, with a link to its page. @param {string | null} id */
async function pick(id) {
  /** @type {RowTable<EventRow>} */
  const {rows} = await fetchJson(briefingMap.rows);
  const row = rows.find(each => each.id === id);
  picked.replaceChildren();
  if (!row) return;
  const href = `../../events/${briefingMap.folders[row.id] ?? row.id}/index.html`;
  picked.append(element('a', {href}, row.title), ` (${row.when})`);
}

steps.map.handlers = {onPick: pick};
steps.onShow = () => {
  picked.replaceChildren();
  const note = byId('left-out');
  note.hidden = !steps.leftOut;
  note.textContent = steps.leftOut && sayUnused([steps.leftOut]);
};
steps.start();
