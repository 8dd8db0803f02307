// The page of one file: the steps of a briefing, with the map, the filters and the table of events.
import {Choices} from '../../drawing/browser/choices.js';
import {element} from '../../drawing/browser/dom.js';
import {fetchJson, provideJson} from '../../drawing/browser/fetch_json.js';
import {FilterPanel} from '../../drawing/browser/filter_panel.js';
import {MapFailure} from '../../drawing/browser/map_failure.js';
import {StepPlayer} from '../../drawing/browser/step_player.js';
import {TimeMap} from '../../drawing/browser/time_map.js';
import {WORDS} from '../../drawing/browser/words.js';
import {TextSearch} from './text_search.js';
/** @import {DeckNamespace} from '../../drawing/browser/deck.js' */
/** @import {EventRow, MapState, MapStyle} from '../../drawing/browser/types.js' */
/** @import {TimeMapOptions, WrittenLayer} from '../../drawing/browser/types.js' */

/**
 * What geo/publishing/one_file/map_content.py writes into the page.
 * @typedef {object} PageContent
 * @property {StepOptions[]} steps
 * @property {Record<Theme, WrittenLayer[]>} base
 * @property {string[]} headlines
 * @property {Record<string, string>} letters see CloseWords
 * @property {Record<string, unknown>} answers to what is asked of a server, by address
 */

/** @typedef {'light' | 'dark'} Theme */
/** @typedef {MapState & {style: string, selection: WrittenLayer[]}} ThemedState */
/** @typedef {Pick<TimeMapOptions, 'domain' | 'step'>} BarSpan */
/** @typedef {Pick<TimeMapOptions, 'camera' | 'height'> & BarSpan} CommonOptions */
/** @typedef {CommonOptions & {whole: BarSpan} & Record<Theme, ThemedState>} StepOptions */

/**
 * An element that the template of the page holds.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`page: found no #${id}, wanted one`);
  return /** @type {E} */ (node);
}

/** @type {PageContent} */
const page = JSON.parse(byId('page').textContent);
for (const [address, content] of Object.entries(page.answers)) provideJson(address, content);

/** @type {HTMLElement[]} */
const articles = [...document.querySelectorAll('article.step')].flatMap(node =>
  node instanceof HTMLElement ? [node] : [],
);
for (const article of articles) {
  const paragraphs = [...article.querySelectorAll('p')];
  const characters = paragraphs.reduce((sum, {textContent}) => sum + textContent.length, 0);
  // How large its words may be on a wall.
  article.style.setProperty('--characters', String(characters));
}
const darkTheme = matchMedia('(prefers-color-scheme: dark)');

/** What the map shows at a step, in the theme of the reader. @param {number} step */
function optionsAt(step) {
  const theme = darkTheme.matches ? 'dark' : 'light';
  const options = page.steps[step - 1];
  const {selection, ...state} = options[theme];
  return {
    .../** @type {MapStyle} */ (page.answers[state.style]),
    ...options,
    ...state,
    story_step: step,
    hash: `${theme} ${JSON.stringify(selection)}`,
    spec: {layers: [...page.base[theme], ...selection]},
  };
}

function numberInAddress() {
  const [, number = '1'] = location.hash.match(/^#step-(\d+)$/) ?? [];
  return Math.min(articles.length, Math.max(1, Number(number)));
}

/** @type {HTMLElement[]} */
const tableRows = [...document.querySelectorAll('#events tbody tr')].flatMap(row =>
  row instanceof HTMLElement ? [row] : [],
);
const rowIds = tableRows.map(({id}) => id);
const placeOf = new Map(rowIds.map((id, i) => [id, i]));
const search = new TextSearch(tableRows.map(readSearched), page.letters);

/** What geo/link/text_search.py searches of an event. @param {HTMLElement} row of the table */
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
  return [...parts, row.dataset.target ?? ''].join(' ');
}

/** It takes the place of the server's answer. @param {MapState} state @param {string} filters */
async function findInTexts({rows: address}, filters) {
  /** @type {EventRow[]} */
  const rows = await fetchJson(address);
  const {mask, note} = search.find(new URLSearchParams(filters).get('q') ?? '');
  if (panel.options) panel.options.search = note;
  return mask && Uint8Array.from(rows, ({id}) => mask[placeOf.get(`event-${id}`) ?? -1] ?? 0);
}

/** @returns {Promise<DeckNamespace>} of the script that stands above this one */
const deckOfPage = async () => {
  if (!globalThis.deck) throw new MapFailure(WORDS.noBundle);
  return globalThis.deck;
};

let current = numberInAddress();
const player = new StepPlayer();
const choices = new Choices(findInTexts);
const map = new TimeMap(deckOfPage(), optionsAt(current), choices);
const panel = new FilterPanel(choices);
const picked = byId('picked');

/** @param {number} step */
function show(step) {
  current = step;
  articles.forEach((article, i) => {
    article.hidden = i + 1 !== step;
  });
  picked.replaceChildren();
  player.update({step, headlines: page.headlines});
  const options = {...optionsAt(step), datesAreFixed: true, preset: null, filtered: true};
  map.update(options);
  panel.update(options);
}

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

byId('player').append(player.node);
byId('map').append(map.node);
byId('filters').append(panel.node);
panel.onRequest = async request => {
  if (request !== 'all') return; // filters are applied already, and dates are fixed
  choices.setFilters('');
  // The bar of a step may span one night.
  await map.update({...map.options, ...page.steps[current - 1].whole});
  map.showFullRange();
};
map.handlers = {onPick: pick};
player.onStep = step => {
  history.replaceState(null, '', `#step-${step}`);
  show(step);
};
darkTheme.addEventListener('change', () => show(current));
addEventListener('hashchange', () => {
  if (/^#step-/.test(location.hash)) show(numberInAddress());
});
document.documentElement.classList.add('alive');
show(current);
