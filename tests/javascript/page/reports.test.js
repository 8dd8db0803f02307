import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Reports, STEP} from '../../../geo/drawing/browser/page/reports.js';
/** @import {Report} from '../../../geo/drawing/browser/page/reports.js' */

/** @param {Report} report @returns {Record<string, number>} */
const serialsOf = report =>
  Object.fromEntries(Object.entries(report).map(([name, [serial]]) => [name, serial]));

/** @param {Report} report */
const valuesOf = report =>
  Object.fromEntries(Object.entries(report).map(([name, [, value]]) => [name, value]));

test('a report holds what its part has done and not seen answered', () => {
  const reports = new Reports();
  reports.add('map', 'window', [1, 2]);
  reports.add('panel', 'filters', 'type=fire');
  const report = reports.add('map', 'camera', [3, 4, 5]);
  assert.deepEqual(valuesOf(report), {window: [1, 2], camera: [3, 4, 5]});
  const {window, camera} = serialsOf(report);
  assert.ok(window < camera);
});

test('what is answered is reported no more', () => {
  const reports = new Reports();
  const {window} = serialsOf(reports.add('map', 'window', [1, 2]));
  assert.ok(!reports.isAnswered('window'));
  assert.ok(reports.receive({session: 'a', serials: {}}));
  reports.add('map', 'window', [1, 2]);
  assert.ok(reports.receive({session: 'a', serials: {window}}));
  assert.ok(!reports.isAnswered('window'), 'another has been reported since');
  const {window: second} = serialsOf(reports.add('map', 'window', [1, 2]));
  assert.ok(reports.receive({session: 'a', serials: {window: second}}));
  assert.ok(reports.isAnswered('window'));
  assert.deepEqual(valuesOf(reports.add('map', 'clicked', null)), {clicked: null});
});

test('what Python never received is repeated once, when it has answered something later', () => {
  const reports = new Reports();
  reports.receive({session: 'a', serials: {}});
  const filters = reports.add('legend', 'filters', '');
  const {camera} = serialsOf(reports.add('map', 'camera', [3, 4, 5]));
  assert.deepEqual([...reports.repeat()], [], 'nothing is answered yet');
  reports.receive({session: 'a', serials: {camera}});
  assert.deepEqual([...reports.repeat()], [['legend', filters]]);
  reports.receive({session: 'a', serials: {camera}});
  assert.deepEqual([...reports.repeat()], [], 'it is on its way');
});

test('what has been answered is not repeated, nor what was done last', () => {
  const reports = new Reports();
  reports.receive({session: 'a', serials: {}});
  const {filters} = serialsOf(reports.add('legend', 'filters', ''));
  reports.receive({session: 'a', serials: {filters}});
  reports.add('map', 'camera', [3, 4, 5]);
  assert.deepEqual([...reports.repeat()], []);
});

test('an answer that was overtaken counts for nothing', () => {
  const reports = new Reports();
  reports.receive({session: 'a', serials: {window: 8, camera: 3}});
  assert.ok(!reports.receive({session: 'a', serials: {window: 7, camera: 3}}));
  assert.ok(!reports.receive({session: 'a', serials: {camera: 3}}));
  assert.ok(reports.receive({session: 'a', serials: {window: 8, camera: 3}}));
});

test('another Python waits for nothing that this page reported to the one before', () => {
  const reports = new Reports();
  reports.receive({session: 'a', serials: {window: 8}});
  reports.add('map', 'window', [1, 2]);
  assert.ok(reports.receive({session: 'b', serials: {}}));
  assert.ok(reports.isAnswered('window'));
});

test('where no Python is asked, nothing is late', () => {
  assert.ok(new Reports().receive());
});

test('a page that is loaded again goes on with larger numbers', () => {
  const before = serialsOf(new Reports().add('map', 'window', null)).window;
  const after = serialsOf(new Reports().add('map', 'window', null)).window;
  assert.ok(after >= before);
});

test('a step through the history is reported by every part until it is answered', () => {
  const reports = new Reports();
  const {[STEP]: step} = serialsOf(reports.add('panels', STEP, '?group=coast'));
  const report = reports.add('map', 'camera', [3, 4, 5]);
  assert.deepEqual(valuesOf(report), {[STEP]: '?group=coast', camera: [3, 4, 5]});
  assert.ok(step < serialsOf(report).camera);
  reports.receive({session: 'a', serials: {[STEP]: step}});
  reports.receive({session: 'a', serials: {[STEP]: step}});
  assert.ok(!(STEP in reports.add('map', 'camera', [3, 4, 6])));
});
