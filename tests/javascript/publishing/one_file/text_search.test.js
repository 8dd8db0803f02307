import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {countSlips} from '../../../../geo/publishing/one_file/close_words.js';
import {foldText, TextSearch} from '../../../../geo/publishing/one_file/text_search.js';

test('case, accents and invisible characters do not matter', () => {
  assert.equal(foldText('Café\u200b STRASSE'), 'cafe strasse');
  assert.equal(foldText('Straße'), 'strasse');
  assert.equal(foldText('ΣΊΣΥΦΟΣ'), foldText('σίσυφος'));
});

test('letters with a stroke and similar ones are found by their plain form', () => {
  const names = 'ŁÓDŹ Đakovo Malmø Diyarbakır DİYARBAKIR Ærø Œuvre Þingvellir Ғ';
  assert.equal(
    foldText(names),
    'lodz dakovo malmo diyarbakir diyarbakir aero oeuvre thingvellir г',
  );
});

test('the list of plain letters is the one of the server', () => {
  const server = readFileSync(
    new URL('../../../../geo/link/search/plain_letters.py', import.meta.url),
    'utf8',
  );
  const pairs = [...server.matchAll(/^ {4}"(.*) "$/gm)].flatMap(([, line]) => line.split(' '));
  assert.ok(pairs.length > 150);
  for (const pair of pairs) {
    const [letter, ...plain] = pair;
    assert.equal(foldText(letter), plain.join(''));
  }
});

test('all words must be in a text, in any order and inside of others', () => {
  const search = new TextSearch(['The bridge at the port', 'a port', 'Bridges and ports'], {});
  assert.deepEqual(search.find('Port bridge').mask, Uint8Array.of(1, 0, 1));
  assert.equal(search.find('Port bridge').note.words, '');
});

test('no word looks for nothing', () => {
  assert.equal(new TextSearch(['a'], {}).find(' \u200b ').mask, null);
  assert.deepEqual(new TextSearch([], {}).find('a').mask, new Uint8Array(0));
});

test('slips of the finger are counted, two swapped letters as one', () => {
  const slips = [
    ['port', 'port', 0],
    ['port', 'prot', 1],
    ['port', 'por', 1],
    ['port', 'poort', 1],
    ['port', 'part', 1],
    ['harbour', 'habror', 2],
    ['', 'ab', 2],
  ];
  for (const [one, other, count] of slips) {
    assert.equal(countSlips([...String(one)], [...String(other)], 3), count, `${one} ${other}`);
  }
  assert.ok(countSlips([...'port'], [...'harbour'], 2) > 2);
});

test('a word that no text has is read as the closest ones, and the note says so', () => {
  const search = new TextSearch(['The Harbour at Ba', 'Гавань'], {г: 'g', а: 'a', в: 'v', н: 'n'});
  const {mask, note} = search.find('harbuor ba');
  assert.deepEqual(mask, Uint8Array.of(1, 0));
  assert.equal(note.words, 'No event has “harbuor”; showing “Harbour”.');
  assert.deepEqual(search.find('gavan').mask, Uint8Array.of(0, 1));
});
