// The explorer of a published site: the app's map, time bar, filters, list and card, without a
// server. The address is the state, in the grammar of the app.
import {Choices} from '../../../drawing/browser/filters/choices.js';
import {FilterPanel} from '../../../drawing/browser/filters/filter_panel.js';
import {searchSteps} from '../../../drawing/browser/filters/search_steps.js';
import {EventCount} from '../../../drawing/browser/list/event_count.js';
import {EventList} from '../../../drawing/browser/list/event_list.js';
import {Legend} from '../../../drawing/browser/map/legend.js';
import {provideJson, provideLoader} from '../../../drawing/browser/page/fetch_json.js';
import {untilIdle} from '../../../drawing/browser/page/until.js';
import {CardFocus} from '../../../drawing/browser/panels/card_focus.js';
import {ShareButton} from '../../../drawing/browser/sharing/share_button.js';
import {TimeMap} from '../../../drawing/browser/time_map.js';
import {EventCard} from './event_card.js';
import {isInPanel, LinkGrammar} from './link.js';
import {writeCamera, writeEnd, writeStart} from './link_values.js';
import {joinAddress, loadBase, loadDeck, registerOffline} from './load_script.js';
import {describeLeftOut, NOTHING_LEFT_OUT} from './notes.js';
import {byId, placeParts} from './places.js';
import {SiteSearch} from './site_search.js';
import {StillMap} from './still.js';
import {buildOptions, findZone} from './view_options.js';
import {WayBack} from './way_back.js';
/** @import {MapState, TimeWindow} from '../../../drawing/browser/types/events.js' */
/** @import {Values} from './link.js' */
/** @import {Selected} from './types.js' */

const site = globalThis.SITE;
for (const [address, content] of Object.entries(site.answers)) provideJson(address, content);
for (const address of site.later) provideLoader(address, () => loadBase(address));

const getGrammar = (/** @type {string} */ query) =>
  new LinkGrammar(site.grammar[findZone(site.grammar.place, query)]);

const darkTheme = matchMedia('(prefers-color-scheme: dark)');
/** @type {Values} */
let values = new Map();
let left = NOTHING_LEFT_OUT;
/** @type {Map<string, Selected>} */
const selections = new Map();
const search = new SiteSearch();

/** It takes the place of the server's answer. @param {MapState} _ @param {string} filters */
async function findInTexts(_, filters) {
  const mask = await search.find(new URLSearchParams(filters).get('q') ?? '');
  if (panel.options) panel.options.search = search.note;
  return mask;
}

/** @param {string} name */
const getValue = name => values.get(name)?.[0];

/** What the parts of the page show, by the link as it is now. */
const buildNow = () =>
  buildOptions(site, values, darkTheme.matches ? 'dark' : 'light', selections, getGrammar(''));

const choices = new Choices(findInTexts);
const map = new TimeMap(loadDeck(), buildNow(), choices);
const panel = new FilterPanel(choices);
const list = new EventList(choices);
const legend = new Legend(choices);
const count = new EventCount(choices);
const share = new ShareButton();
const wayBack = new WayBack(showAll, () => change({q: []}));
const card = new EventCard(site, () => change({event: []}));
const cardFocus = new CardFocus();

const showWayBack = () => wayBack.update(buildNow().filtered, getValue('q'), search.note);
choices.onChange(change => change === 'events' && showWayBack());

/** Show filters and list; at first they wait for the map. */
function showBeside() {
  panel.update({...buildNow(), search: search.note});
  list.update({...buildNow(), height: 'calc(var(--map-room) + 9rem)'});
}
const isIdle = untilIdle();

/** Show what the link says. */
function show() {
  const shown = buildNow();
  const query = getGrammar('').write(values);
  map.update({...shown, still: still.base});
  isIdle.then(showBeside);
  legend.update({...shown, ...site.legend});
  count.update({count: '', total: site.total, words: '', others: '', lang: shown.lang});
  share.update({
    address: joinAddress(
      getGrammar('').write(values, ({name}) => name !== 'data'),
      `data=${site.version}`,
    ),
    title: site.title,
    sends: false,
  });
  showWayBack();
  byId('left-out').replaceChildren(...describeLeftOut(site, values, left, query));
  list.node.hidden = shown.selected !== null;
  card.show(shown.selected, selections.get(shown.selected ?? ''));
  cardFocus.follow(shown.selected);
}

/**
 * Change the link, the page with it, and its history.
 * @param {Record<string, string[]>} changed
 * @param {boolean} isStep whether a step back returns to what was
 */
function change(changed, isStep = true) {
  for (const [name, texts] of Object.entries(changed)) {
    if (texts.length) values.set(name, texts);
    else values.delete(name);
  }
  left = NOTHING_LEFT_OUT;
  still.drop();
  const address = joinAddress(getGrammar('').write(values));
  // Some browsers let a page from disk have one address only.
  try {
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch (error) {
    console.error('explorer:', error);
  }
  show();
}

function follow() {
  const query = location.search.slice(1);
  ({values, ...left} = getGrammar(query).read(query));
  show();
}

/** Filters as another part of the page reports them. @param {string} filters */
function changeFilters(filters) {
  const asked = getGrammar('').read(filters).values;
  const rows = site.grammar.place.parameters.filter(isInPanel);
  change(Object.fromEntries(rows.map(({name}) => [name, asked.get(name) ?? []])));
}

/** No filter and no dates; the clock stays. */
function showAll() {
  const names = site.grammar.place.parameters.filter(({filters}) => filters);
  const cleared = names.map(({name}) => [name, []]).filter(([name]) => name !== 'zone');
  change(Object.fromEntries(cleared));
}

/** @param {TimeWindow} window */
function changeWindow([start, end]) {
  const [first, last] = site.wholes[getValue('zone') === 'utc' ? 'utc' : 'place'];
  const isWhole = start <= first && end >= last;
  change({from: isWhole ? [] : [writeStart(start)], to: isWhole ? [] : [writeEnd(end)]});
}

map.handlers = {
  onWindow: changeWindow,
  onCamera: camera => change({view: [writeCamera(camera)]}, false),
  onPick: id => {
    if (id !== null || getValue('event')) change({event: id === null ? [] : [id]});
  },
};
list.onPick = id => {
  const camera = site.cameras[id];
  change({event: [id], view: camera ? [writeCamera(camera)] : []});
};
legend.onFilters = changeFilters;
legend.onColour = id => {
  change({colour: [site.legend.colours.find(colour => colour.id === id)?.parameter ?? '']});
};
panel.onRequest = (request, value) => {
  if (request === 'filters') {
    choices.filtersReported(value);
    changeFilters(value);
  } else if (request === 'preset') {
    const {from = [], to = []} = site.presets[value] ?? {};
    change({from, to, zone: []});
  } else if (request === 'zone') change({zone: [value]});
  else showAll();
};
site.map = map; // which says what it shows, for tests
site.receive = (id, hash, selected) => {
  // The list would say one thing and the card another.
  if (hash !== site.hashes[id]) return;
  selections.set(id, selected);
  if (getValue('event') === id) show();
};
searchSteps.watch(globalThis);
darkTheme.addEventListener('change', show);
addEventListener('popstate', follow);

const still = new StillMap(map, byId('map-side'));
addEventListener('popstate', () => still.drop());
placeParts({
  map: [map],
  filters: [panel],
  legend: [legend],
  'list-side': [card, list],
  count: [count, wayBack],
  share: [share],
});
follow();
still.replace(registerOffline);
