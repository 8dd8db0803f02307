import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseAt, findEventsAt} from '../../../../geo/drawing/browser/map/events/events_at.js';
import {EventRows} from '../../../../geo/drawing/browser/page/event_rows.js';
import {eventRow, tableOf} from '../../examples.js';
/** @import {EventRow} from '../../../../geo/drawing/browser/types/events.js' */

// A map of which the point 0, 0 is the middle. At zoom 4.4 a degree at the equator is 30 px.
const flatMap = (longitude = 0) => ({width: 0, height: 0, zoom: 4.4, longitude, latitude: 0});
const DEGREE_AT_ZOOM = 1000;
const SIZES = {markPx: 20, smallestMarkPx: 15, fullSizeFrom: 4.4, smallestDiscPx: 6};

/** @param {Record<string, unknown>[]} rows */
const choicesOf = rows => ({
  events: new EventRows(
    tableOf(rows.map(row => ({...eventRow({}), r: 0, pin: true, dx: 0, dy: 0, ...row}))),
    'utc',
  ),
  window: /** @type {[number, number]} */ ([0, 1]),
});
/** @param {{row: EventRow}[]} here */
const ids = here => here.map(({row}) => row.id);

test('nothing lies where no event is, or none is here yet', () => {
  assert.deepEqual(findEventsAt({...choicesOf([]), events: null}, SIZES, flatMap(), [0, 0], 5), []);
  assert.deepEqual(findEventsAt(choicesOf([{lon: 30, lat: 0}]), SIZES, flatMap(), [0, 0], 5), []);
});

test('pins that cover one another are all found, the nearest first', () => {
  const rows = [
    {id: 'near', dx: 9, dy: 0},
    {id: 'exact', dx: 0, dy: 0},
    {id: 'far', dx: 90, dy: 0},
  ];
  assert.deepEqual(ids(findEventsAt(choicesOf(rows), SIZES, flatMap(), [0, 0], 0)), [
    'exact',
    'near',
  ]);
});

test('a circle is found below a pin, the smallest circle first', () => {
  const rows = [
    {id: 'wide', pin: false, r: 900 * DEGREE_AT_ZOOM},
    {id: 'small', pin: false, r: 10 * DEGREE_AT_ZOOM},
    {id: 'pin'},
  ];
  const here = findEventsAt(choicesOf(rows), SIZES, flatMap(), [0, 0], 0);
  assert.deepEqual(ids(here), ['pin', 'small', 'wide']);
  assert.deepEqual(ids(chooseAt(here)), ['pin']);
});

test('several pins or several circles are a choice', () => {
  const pins = findEventsAt(choicesOf([{id: 'a'}, {id: 'b'}]), SIZES, flatMap(), [0, 0], 0);
  assert.equal(chooseAt(pins).length, 2);
  const circles = [
    {id: 'a', pin: false, r: DEGREE_AT_ZOOM},
    {id: 'b', pin: false, r: DEGREE_AT_ZOOM},
  ];
  assert.equal(chooseAt(findEventsAt(choicesOf(circles), SIZES, flatMap(), [0, 0], 0)).length, 2);
});

test('an event beyond the 180th meridian is found at the copy that is seen', () => {
  const here = findEventsAt(
    choicesOf([{id: 'east', lon: -179, lat: 0}]),
    SIZES,
    {...flatMap(179), width: 200},
    [160, 0],
    0,
  );
  assert.deepEqual(ids(here), ['east']);
});

test('an event of no known place lies nowhere', () => {
  assert.deepEqual(
    findEventsAt(choicesOf([{lon: null, lat: null}]), SIZES, flatMap(), [0, 0], 50),
    [],
  );
});

test('a pin that is hit leaves out one that is only near; without one, the near are found', () => {
  const choices = choicesOf([{id: 'hit'}, {id: 'beside', dx: 14}]);
  assert.deepEqual(ids(findEventsAt(choices, SIZES, flatMap(), [0, 0], 5)), ['hit']);
  assert.deepEqual(ids(findEventsAt(choices, SIZES, flatMap(), [-13, 0], 5)), ['hit']);
});
