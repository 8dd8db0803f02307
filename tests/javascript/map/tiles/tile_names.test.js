import assert from 'node:assert/strict';
import {test} from 'node:test';
import {missesStreets} from '../../../../geo/drawing/browser/map/map_corner.js';
import {placeNames} from '../../../../geo/drawing/browser/map/tiles/tile_names.js';
import {
  styleArea,
  styleLine,
  styleName,
} from '../../../../geo/drawing/browser/map/tiles/tile_style.js';

/** @param {string} text @param {number} lon @param {number} weight @param {number} [lat] */
const town = (text, lon, weight, lat = 0) => ({text, lon, lat, weight, size: 11, fromZoom: 7});
/** @param {import('../../../../geo/drawing/browser/map/tiles/tile_names.js').TileName[]} names */
const placed = (names, zoom = 9) => placeNames(names, [], zoom).map(({text}) => text);

const FIXED = {
  ...{text: 'Hafen', kind: 'city', band: 8, lon: 0, lat: 0, size: 12},
  ...{anchor: 'start', baseline: 'center', dx: 5, dy: 0},
};

test('no names are none, and towns far apart are all named', () => {
  assert.deepEqual(placed([]), []);
  assert.deepEqual(placed([town('A', 0, 1), town('B', 5, 1)]), ['A', 'B']);
});

test('without room for both the larger town is named', () => {
  const crowd = Array.from({length: 30}, (_, i) => town(`Town ${i}`, i * 1e-2, i));
  const names = placed(crowd);
  assert.ok(names.length < 10);
  assert.equal(names[0], 'Town 29');
});

test('no name lies on another', () => {
  const rows = placeNames(
    Array.from({length: 200}, (_, i) => town(`Town number ${i}`, (i % 14) / 50, i, i / 700)),
    [],
    9,
  );
  const boxes = rows.map(({text, lon, lat, size, anchor, baseline, dx, dy}) => {
    const [x, y] = [(lon / 360) * 512 * 512, (-lat / 360) * 512 * 512]; // by the equator
    const [width, height] = [text.length * 0.5 * size, size];
    const left = x + dx - width * (anchor === 'start' ? 0 : anchor === 'end' ? 1 : 0.5);
    const top = y + dy - height * (baseline === 'top' ? 0 : baseline === 'bottom' ? 1 : 0.5);
    return [left, top, left + width, top + height];
  });
  for (const [i, one] of boxes.entries()) {
    for (const other of boxes.slice(i + 1)) {
      assert.ok(one[0] > other[2] || other[0] > one[2] || one[1] > other[3] || other[1] > one[3]);
    }
  }
  assert.ok(rows.length > 5);
});

test('a town that the map names itself is not named twice, however it is spelled', () => {
  const again = [town('Hafen', 0.05, 3), town('Gorod Hafen', 0.1, 2), town('Elsewhere', 3, 1)];
  assert.deepEqual(
    placeNames(again, [FIXED], 9).map(({text}) => text),
    ['Elsewhere'],
  );
});

test('the same name far away is another town', () => {
  assert.equal(placeNames([town('Hafen', 8, 3)], [FIXED], 9).length, 1);
});

test('a village waits for its zoom', () => {
  const village = {...town('Village', 0, 0), fromZoom: 10};
  assert.deepEqual(placed([village], 9.5), []);
  assert.deepEqual(placed([village], 10), ['Village']);
});

test('the schemas of three makers of tiles give the same map', () => {
  const motorways = [
    styleLine('roads', {kind: 'highway'}),
    styleLine('transportation', {class: 'motorway'}),
  ];
  assert.deepEqual(motorways[0], motorways[1]);
  assert.equal(styleLine('roads', {})?.colour, 'road');
  assert.deepEqual(styleArea('landuse', {kind: 'park'}), styleArea('park', {class: 'reserve'}));
  assert.deepEqual(styleArea('buildings', {}), styleArea('building', {}));
  assert.equal(styleLine('waterway', {class: 'river'})?.colour, 'river');
});

test('a border of a tile is never drawn, nor the name of a country', () => {
  for (const name of ['boundaries', 'boundary']) {
    assert.equal(styleLine(name, {kind: 'country', admin_level: 2}), null);
  }
  assert.equal(styleName('places', {kind: 'country', name: 'X'}), null);
  assert.equal(styleName('place', {class: 'state', name: 'X'}), null);
});

test('a larger town is weightier in each schema', () => {
  /** @param {Record<string, unknown>} properties */
  const weigh = properties => styleName('places', properties)?.weight ?? assert.fail('no name');
  assert.ok(weigh({rank: 9}) > weigh({rank: 2}));
  assert.ok(weigh({class: 'city', rank: 2}) > weigh({class: 'village', rank: 11}));
  assert.ok(weigh({kind: 'locality', population: 9e5}) > weigh({population: 4e3}));
  assert.ok(weigh({kind: 'locality'}) > weigh({kind: 'neighbourhood'}));
});

test('streets are missed from zoom 12 on, where no street map lies', () => {
  const view = {longitude: 10, latitude: 50, zoom: 13};
  assert.ok(missesStreets(view, null));
  assert.ok(!missesStreets({...view, zoom: 11.9}, null));
  assert.ok(!missesStreets(view, [9, 49, 11, 51]));
  assert.ok(!missesStreets({...view, longitude: 370}, [9, 49, 11, 51]));
  assert.ok(missesStreets({...view, latitude: 52}, [9, 49, 11, 51]));
});
