// Searches texts as a page of one file does, for tests/publishing/one_file/test_text_search.py.
import process from 'node:process';
import {TextSearch} from '../../../../geo/publishing/one_file/text_search.js';

/** @type {Buffer[]} */
const read = [];
for await (const part of process.stdin) read.push(part);
/** @type {{texts: string[], letters: Record<string, string>, typed: string[]}} */
const {texts, letters, typed} = JSON.parse(Buffer.concat(read).toString());
const search = new TextSearch(texts, letters);
const answers = typed.map(text => {
  const {mask, note} = search.find(text);
  return {mask: mask && [...mask], note};
});
process.stdout.write(JSON.stringify(answers));
