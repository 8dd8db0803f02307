import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findWords, foldText} from '../../geo/publishing/one_file/text_search.js';

test('case, accents and invisible characters do not matter', () => {
  assert.equal(foldText('Café\u200b STRASSE'), 'cafe strasse');
  assert.equal(foldText('Straße'), 'strasse');
  assert.equal(foldText('ΣΊΣΥΦΟΣ'), foldText('σίσυφος'));
});

test('all words must stand in a text, in any order and inside of others', () => {
  const texts = ['the bridge at the port', 'a port', 'bridges and ports'].map(foldText);
  assert.deepEqual(findWords(texts, 'Port bridge'), Uint8Array.of(1, 0, 1));
});

test('no word looks for nothing', () => {
  assert.equal(findWords(['a'], ' \u200b '), null);
  assert.deepEqual(findWords([], 'a'), new Uint8Array(0));
});
