import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readData} from '../../../../../geo/publishing/site/explorer/other_data.js';

const OWN = '3f9a0c417be2';

test('nothing is said of a link with the data of the page, or with none', () => {
  for (const text of [undefined, '', OWN, `${OWN}).`]) assert.equal(readData(text, OWN), null);
});

test('of a link with other data the page says which ones it has', () => {
  const line = `This link names data 000000000000; these are data ${OWN}.`;
  assert.deepEqual(readData('000000000000.', OWN), {line, isOther: true});
});

test('anything but a version of data is left out by its name', () => {
  for (const text of ['now', OWN.slice(1), `${OWN}0`, OWN.toUpperCase(), ' ']) {
    const line = 'Part of this link could not be used and is left out: data.';
    assert.deepEqual(readData(text, OWN), {line, isOther: false}, text);
  }
});
