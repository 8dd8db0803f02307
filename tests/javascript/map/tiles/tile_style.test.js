// What is drawn of a tile, and which of a place's names the map sets: in the page's language, in
// letters that it can set.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {
  nameIn,
  styleArea,
  styleLine,
  styleName,
} from '../../../../geo/drawing/browser/map/tiles/tile_style.js';

const PROTOMAPS = {name: 'قصر البحر', 'name:ar': 'قصر البحر', 'name:en': 'Sea Castle'};

test('a name is set in the language of the page, else in that of the place', () => {
  const both = {name: 'Харків', 'name:en': 'Kharkiv', name_de: 'Charkiw'};
  assert.equal(nameIn(both, 'en-GB'), 'Kharkiv');
  assert.equal(nameIn(both, 'de'), 'Charkiw');
  assert.equal(nameIn(both, 'fr'), 'Харків');
});

test('letters that join or run from the right give way to English or Latin ones', () => {
  assert.equal(nameIn(PROTOMAPS, 'ar'), 'Sea Castle');
  assert.equal(nameIn(PROTOMAPS, 'uk'), 'Sea Castle');
  assert.equal(nameIn({name: 'חיפה', 'name:latin': 'Haifa'}, 'he'), 'Haifa');
  assert.equal(nameIn({name: 'काठमाडौँ', name_en: 'Kathmandu'}, 'en'), 'Kathmandu');
  assert.equal(nameIn({name: 'กรุงเทพ'}, 'th'), '');
});

test('letters that do not join are set as they are', () => {
  for (const name of ['Łódź', 'Αθήνα', 'თბილისი', 'Երևան', '東京', '서울', 'አዲስ አበባ']) {
    assert.equal(nameIn({name}, 'en'), name);
  }
});

test('anything but a name gives none', () => {
  assert.equal(nameIn({}, 'en'), '');
  assert.equal(nameIn({name: '  ', 'name:en': 7}, 'en'), '');
  assert.equal(nameIn({name: ' A '.repeat(90)}, 'en').length, 58);
});

// `geo check` says of which layers nothing is drawn: its list is that of what is drawn here.
const streets = new URL('../../../../geo/story/files/street_map.py', import.meta.url);
const source = readFileSync(streets, 'utf8');
const listed = source.match(/DRAWN_LAYERS = frozenset\(([^=]*?)\n\)/)?.[1] ?? '';
const names = [...listed.matchAll(/"(\w+)"/g)].map(([, name]) => name);

/** @param {string} layer */
const isDrawn = layer =>
  [{}, {kind: 'park'}, {class: 'city'}].some(
    properties =>
      styleArea(layer, properties) ?? styleLine(layer, properties) ?? styleName(layer, properties),
  );

test('each layer that the check knows is drawn, and others are not', () => {
  assert.ok(names.length > 10);
  assert.deepEqual(
    names.filter(name => !isDrawn(name)),
    [],
  );
  for (const other of ['pois', 'boundaries', 'boundary', 'mountain_peak', 'housenumber']) {
    assert.equal(isDrawn(other), false, other);
  }
});
