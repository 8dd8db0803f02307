import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Choices} from '../../../geo/drawing/browser/filters/choices.js';
import {provideJson} from '../../../geo/drawing/browser/page/fetch_json.js';
import {eventRow, fourEvents, encodeRows} from '../examples.js';
/** @import {MapState} from '../../../geo/drawing/browser/types/events.js' */

// All that the choices need of a page.
Object.assign(globalThis, {document: {baseURI: 'http://localhost/'}});
provideJson(
  'rows.json',
  encodeRows(['a', 'b', 'c', 'd'].map(id => eventRow({id, t0: 0, t1: 10, l0: 100, l1: 110}))),
);
provideJson('facets.json', fourEvents());
provideJson('found.json', btoa('\x90')); // the first and the fourth

/** @param {Partial<MapState>} changes @returns {MapState} */
const state = changes => ({
  rows: 'rows.json',
  facets: 'facets.json',
  filters: '',
  matches: null,
  window: [0, 20],
  zone: 'utc',
  selected: null,
  ...changes,
});

/** @param {Choices} choices */
const shownIds = ({events, window}) => [...(events?.inside(window) ?? [])].map(({row}) => row.id);

test('what Python asks for is shown', async () => {
  const choices = new Choices();
  await choices.receive(state({filters: 'type=fire'}));
  assert.deepEqual(shownIds(choices), ['a', 'b']);
  await choices.receive(state({filters: 'q=port', matches: 'found.json'}));
  assert.deepEqual(shownIds(choices), ['a', 'd']);
  await choices.receive(state({}));
  assert.deepEqual(shownIds(choices), ['a', 'b', 'c', 'd']);
});

test('a filter of the reader is applied before Python knows', async () => {
  const choices = new Choices();
  await choices.receive(state({}));
  await choices.setFilters('type=flood');
  assert.deepEqual(shownIds(choices), ['c']);
});

test('a run that knows nothing of what the reader did keeps it', async () => {
  const choices = new Choices();
  const before = {session: 'one', serials: {}};
  await choices.receive(state({answered: before}));
  await choices.setFilters('type=flood');
  choices.filtersReported('type=flood');
  choices.reports.add('panel', 'filters', 'type=flood');
  choices.setWindow([5, 6]);
  choices.windowReported([5, 6]);
  choices.reports.add('map', 'window', [5, 6]);
  await choices.receive(state({answered: before, filters: 'type=fire', window: [1, 2]}));
  assert.equal(choices.filters, 'type=flood');
  assert.deepEqual(choices.window, [5, 6]);
  assert.deepEqual(choices.requestedWindow, [0, 20]);
});

test('a run that knows all reports has the last word, even if it goes back', async () => {
  const choices = new Choices();
  await choices.receive(state({answered: {session: 'one', serials: {}}, filters: 'type=fire'}));
  await choices.setFilters('type=flood');
  choices.filtersReported('type=flood');
  const {filters} = choices.reports.add('panel', 'filters', 'type=flood');
  // The reader has stepped back before Python has answered: no run shows the flood.
  const answered = {session: 'one', serials: {filters: filters[0]}};
  await choices.receive(state({answered, filters: 'type=fire'}));
  assert.equal(choices.filters, 'type=fire');
});

test('where no Python is asked, what is not chosen again stays as it was', async () => {
  const choices = new Choices();
  await choices.receive(state({filters: 'type=fire'}));
  await choices.setFilters('');
  choices.setWindow([5, 6]);
  await choices.receive(state({filters: 'type=fire'}));
  assert.equal(choices.filters, '');
  assert.deepEqual(choices.window, [5, 6]);
});

test('after a reset Python is followed again', async () => {
  const choices = new Choices();
  await choices.receive(state({}));
  await choices.setFilters('type=flood');
  choices.reset();
  await choices.receive(state({}));
  assert.equal(choices.filters, '');
});

test('another zone reads the same rows on another clock', async () => {
  const choices = new Choices();
  await choices.receive(state({zone: 'place', window: [0, 20]}));
  assert.deepEqual(shownIds(choices), []);
  await choices.receive(state({zone: 'place', window: [100, 120]}));
  assert.equal(shownIds(choices).length, 4);
});

test('of two changes at once the last one wins', async () => {
  const choices = new Choices();
  await choices.receive(state({}));
  await Promise.all([choices.setFilters('type=fire'), choices.setFilters('type=flood')]);
  assert.deepEqual(shownIds(choices), ['c']);
});

test('parts are notified once of each change, and of none that changes nothing', async () => {
  const choices = new Choices();
  /** @type {string[]} */
  const changes = [];
  choices.onChange(change => changes.push(change));
  await choices.receive(state({}));
  await choices.receive(state({}));
  choices.setWindow([1, 2]);
  await choices.setFilters('type=fire');
  assert.deepEqual(changes, ['events', 'window', 'events']);
});

test('data that cannot be read are an error that every part is notified of', async () => {
  const choices = new Choices(() => Promise.reject(new Error('no network')));
  /** @type {string[]} */
  const changes = [];
  choices.onChange(change => changes.push(change));
  await assert.rejects(choices.receive(state({})), /no network/);
  assert.deepEqual(changes, ['failed']);
});
