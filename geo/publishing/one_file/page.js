// The page of one file: the steps of a briefing, with the map, the filters and the table of events.
import {Choices} from '../../drawing/browser/filters/choices.js';
import {FilterPanel} from '../../drawing/browser/filters/filter_panel.js';
import {element} from '../../drawing/browser/page/dom.js';
import {fetchJson} from '../../drawing/browser/page/fetch_json.js';
import {BriefingSteps, byId} from './briefing_steps.js';
import {TextSearch} from './text_search.js';
/** @import {RowTable} from '../../drawing/browser/page/row_columns.js' */
/** @import {EventRow, MapState} from '../../drawing/browser/types/events.js' */
/** @import {StepsContent} from './briefing_steps.js' */

/** @typedef {StepsContent & {letters: Record<string, string>}} PageContent of CloseWords */

/** @type {PageContent} */
const page = JSON.parse(byId('page').textContent);

/** @type {HTMLElement[]} */
const tableRows = [...document.querySelectorAll('#events tbody tr')].flatMap(row =>
  row instanceof HTMLElement ? [row] : [],
);
const rowIds = tableRows.map(({id}) => id);
const placesById = new Map(rowIds.map((id, i) => [id, i]));
const search = new TextSearch(tableRows.map(readSearched), page.letters);

/**
 * What geo/link/search/text_search.py searches of an event.
 *
 * @param {HTMLElement} row of the table
 */
function readSearched(row) {
  const parts = [...row.querySelectorAll('.searched')].flatMap(cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Facts, doubts and headings are ours, not the record's own words.
      if (!node.parentElement?.closest('.quiet, .doubt, summary')) found.push(node.nodeValue ?? '');
    }
    return found;
  });
  return [...parts, row.dataset.unseen ?? ''].join(' ');
}

/** It takes the place of the server's answer. @param {MapState} state @param {string} filters */
async function findInTexts({rows: address}, filters) {
  /** @type {RowTable<EventRow>} */
  const {rows} = await fetchJson(address);
  const {mask, note} = search.find(new URLSearchParams(filters).get('q') ?? '');
  if (panel.options) panel.options.search = note;
  return mask && Uint8Array.from(rows, ({id}) => mask[placesById.get(`event-${id}`) ?? -1] ?? 0);
}

const choices = new Choices(findInTexts);
const panel = new FilterPanel(choices);
const steps = new BriefingSteps(page, choices);
const picked = byId('picked');

/** @type {HTMLInputElement} */
const onlyShown = byId('only-shown');

/** Hide in the table what the map does not show, where the reader asks for it. */
function followMap() {
  const {events, window} = choices;
  if (!events) return;
  const inside = onlyShown.checked ? [...events.inside(window)] : null;
  const shown = new Set(inside?.map(({row}) => `event-${row.id}`) ?? rowIds);
  for (const id of rowIds) byId(id).hidden = !shown.has(id);
  byId('rows-shown').textContent = String(shown.size);
}
onlyShown.onchange = followMap;
choices.onChange(() => onlyShown.checked && followMap());

/** Name the event that was picked, with a link to its row. @param {string | null} id */
function pick(id) {
  const row = id === null ? null : document.getElementById(`event-${id}`);
  picked.replaceChildren();
  if (!row) return;
  const [title, when] = ['.title', '.when'].map(name => row.querySelector(name)?.textContent ?? '');
  picked.append(element('a', {href: `#event-${id}`}, title), ` (${when})`);
}

byId('filters').append(panel.node);
panel.onRequest = async request => {
  if (request !== 'all') return; // filters are applied already, and dates are fixed
  choices.setFilters('');
  // The bar of a step may span one night.
  await steps.map.update({...steps.map.options, ...steps.whole});
  steps.map.showFullRange();
};
steps.map.handlers = {onPick: pick};
steps.onShow = options => {
  picked.replaceChildren();
  panel.update(options);
};
steps.start();
