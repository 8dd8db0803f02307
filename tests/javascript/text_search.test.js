import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {findWords, foldText} from '../../geo/publishing/one_file/text_search.js';

test('case, accents and invisible characters do not matter', () => {
  assert.equal(foldText('Café\u200b STRASSE'), 'cafe strasse');
  assert.equal(foldText('Straße'), 'strasse');
  assert.equal(foldText('ΣΊΣΥΦΟΣ'), foldText('σίσυφος'));
});

test('letters with a stroke and their like are found by their plain form', () => {
  const names = 'ŁÓDŹ Đakovo Malmø Diyarbakır DİYARBAKIR Ærø Œuvre Þingvellir Ғ';
  assert.equal(
    foldText(names),
    'lodz dakovo malmo diyarbakir diyarbakir aero oeuvre thingvellir г',
  );
});

test('the list of plain letters is the one of the server', () => {
  const server = readFileSync(new URL('../../geo/link/plain_letters.py', import.meta.url), 'utf8');
  const pairs = [...server.matchAll(/^ {4}"(.*) "$/gm)].flatMap(([, line]) => line.split(' '));
  assert.ok(pairs.length > 150);
  for (const pair of pairs) {
    const [letter, ...plain] = pair;
    assert.equal(foldText(letter), plain.join(''));
  }
});

test('all words must stand in a text, in any order and inside of others', () => {
  const texts = ['the bridge at the port', 'a port', 'bridges and ports'].map(foldText);
  assert.deepEqual(findWords(texts, 'Port bridge'), Uint8Array.of(1, 0, 1));
});

test('no word looks for nothing', () => {
  assert.equal(findWords(['a'], ' \u200b '), null);
  assert.deepEqual(findWords([], 'a'), new Uint8Array(0));
});
