// Judges random filters for tests/link/test_meanings.py: reads JSON from the standard input and
// writes what the browser makes of each event, and the names of its filters.
import {EventRows} from '../../../geo/drawing/browser/page/event_rows.js';
import {Facets} from '../../../geo/drawing/browser/filters/facets.js';
import {RowTable} from '../../../geo/drawing/browser/page/row_columns.js';
/** @import {EncodedRows} from '../../../geo/drawing/browser/page/row_columns.js' */
/** @import {EventRow, FacetsContent} from '../../../geo/drawing/browser/types/events.js' */
/** @import {TimeWindow, Zone} from '../../../geo/drawing/browser/types/events.js' */

/**
 * @typedef {object} Case
 * @property {string} filters in the grammar of the link
 * @property {number[] | null} matches
 * @property {TimeWindow} window
 * @property {Zone} zone
 */

/** @type {Buffer[]} */
const read = [];
for await (const part of process.stdin) read.push(part);
/** @type {{rows: EncodedRows, facets: FacetsContent, cases: Case[]}} */
const {rows: encoded, facets: content, cases} = JSON.parse(Buffer.concat(read).toString());
/** @type {RowTable<EventRow>} */
const table = new RowTable(encoded);
const {rows} = table;
const facets = new Facets(content, rows.length);

/** @param {Case} asked */
function judge({filters, matches, window, zone}) {
  const events = new EventRows(table, zone);
  const {failed, doubtful} = facets.judge(filters, matches && Uint8Array.from(matches));
  events.setFiltered(failed, doubtful);
  return rows.map((_, i) => {
    if (failed[i]) return 'hidden';
    if (!events.isInside(i, window)) return 'outside';
    return events.isPossible(i, window) ? 'possible' : 'definite';
  });
}

const names = facets.filters.map(({name}) => name);
process.stdout.write(JSON.stringify({names, rows, presence: cases.map(judge)}));
