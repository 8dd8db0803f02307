// Reads links for tests/link/test_grammar.py: JSON from the standard input, and writes for each
// query how a site spells it, which parameters it had to leave out, and whose clock it is on.
import {LinkGrammar} from '../../../../../geo/publishing/site/explorer/link.js';
import {findZone} from '../../../../../geo/publishing/site/explorer/view_options.js';
/** @import {Grammar} from '../../../../../geo/publishing/site/explorer/link.js' */

/** @type {Buffer[]} */
const read = [];
for await (const part of process.stdin) read.push(part);
/** @type {{grammar: Grammar, queries: string[]}[]} */
const cases = JSON.parse(Buffer.concat(read).toString());

const answers = cases.map(({grammar, queries}) => {
  const link = new LinkGrammar(grammar);
  return queries.map(query => {
    const {values, leftOut} = link.read(query);
    return [link.write(values), leftOut, findZone(grammar, query)];
  });
});
process.stdout.write(JSON.stringify(answers));
