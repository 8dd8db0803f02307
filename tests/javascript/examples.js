// Small events and facets that can be checked by eye.
import {RowTable} from '../../geo/drawing/browser/page/row_columns.js';
/** @import {EventRow, FacetsContent} from '../../geo/drawing/browser/types/events.js' */

/** @param {Partial<EventRow>} fields @returns {EventRow} */
export function eventRow(fields) {
  return {
    id: 'one',
    title: 'Bridge closed',
    place: 'Port',
    lon: 0,
    lat: 0,
    t0: 0,
    t1: 1,
    l0: 0,
    l1: 1,
    verification: 'verified',
    when: '1 January 1970',
    status: '',
    distance: '',
    ...fields,
  };
}

/**
 * Rows as columns, each as long as there are rows.
 * @param {Record<string, unknown>[]} rows
 */
export const encodeRows = rows => ({
  length: rows.length,
  columns: Object.fromEntries(
    [...new Set(rows.flatMap(row => Object.keys(row)))].map(name => [
      name,
      rows.map(row => row[name] ?? null),
    ]),
  ),
});

/** @param {Record<string, unknown>[]} rows @returns {RowTable<EventRow>} */
export const tableOf = rows => new RowTable(encodeRows(rows));

/**
 * Four events: two fires, a flood, and one of no type; 0 to 5, 20 to 30, 25 to 40 km from the
 * border, the last not measured. The first and third were confirmed.
 * @returns {FacetsContent}
 */
export const fourEvents = () => ({
  fields: [
    {
      name: 'event_type',
      parameter: 'type',
      title: 'Type',
      words: [
        {id: 'fire', label: 'Fire'},
        {id: 'flood', label: 'Flood'},
      ],
      codes: [0, 0, 1, -1],
    },
    {
      name: 'region',
      parameter: 'region',
      title: 'Region',
      words: [
        {id: 'north', label: 'North'},
        {id: 'south', label: 'South'},
      ],
      codes: [0, 1, 1, 0],
    },
  ],
  voices: [{id: 'confirmed', label: 'Confirmed', rows: btoa('\xA0')}],
  low: [-2000, 20_000, 25_000, null],
  high: [5000, 30_000, 40_000, null],
  reported: [Date.UTC(2023, 4, 3, 12), Date.UTC(2023, 4, 4), Date.UTC(2023, 4, 4, 0, 1), null],
  versions: [
    {id: '0123456789ab', date: '2023-06-01'},
    {id: '123456789abc', date: '2023-06-03'},
    {id: '23456789abcd', date: '2023-06-03'},
    {id: '3456789abcde', date: '2023-06-09'},
  ],
  changed: [-1, 0, 1, 2],
  added: [-1, 0, -1, 1],
  edited: [1, 0, 2, 2],
});
