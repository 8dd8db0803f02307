// Reads moments for tests/times/test_reader_dates.py: a list of texts in JSON from standard input.
import {parseWritten} from '../../../geo/drawing/browser/controls/written_moment.js';

/** @type {Buffer[]} */
const read = [];
for await (const part of process.stdin) read.push(part);
/** @type {string[]} */
const texts = JSON.parse(Buffer.concat(read).toString());
process.stdout.write(JSON.stringify(texts.map(text => parseWritten(text, 'en-GB'))));
