// What each filter other than time means, in the order and by the names of geo/link/meanings.py.
// A filter of a new kind is one entry here, and a control in a file of its own.
import {Field} from './filter_field.js';
import {FindBox} from './find_box.js';
import {KnownBox, readKnown} from './known_box.js';
import {readReach} from './reach.js';
import {ReachBar} from './reach_bar.js';
import {changedSince} from './since.js';
import {SinceChoice} from './since_choice.js';
/** @import {EventRows} from '../page/event_rows.js' */
/** @import {Words} from '../page/words.js' */
/** @import {TimeWindow} from '../types/events.js' */
/** @import {FilterPanelOptions} from '../types/options.js' */
/** @import {Facets} from './facets.js' */

/** Whether a row meets a filter. @typedef {(i: number) => unknown} Test */

/**
 * What a control shows at each frame of a drag.
 * @typedef {object} PanelCounts
 * @property {EventRows} events
 * @property {TimeWindow} window
 * @property {ArrayLike<number> | undefined} counts of each word, for a filter by words
 * @property {Intl.NumberFormat} number
 */

/**
 * Where a reader sets a filter.
 * @typedef {object} Control
 * @property {HTMLElement} node
 * @property {string} section of the panel: top, fields or below
 * @property {string[]} values as they are set in the control, in the grammar of the link
 * @property {(values: string[], options: FilterPanelOptions) => void} show
 * @property {(counted: PanelCounts) => void} [count]
 * @property {() => void} [reported] called when the values were reported
 */

/**
 * One filter: a bit of each row that fails it.
 * @typedef {object} Filter
 * @property {string} name the parameter; with the word, where each word is a filter of its own
 * @property {string} parameter of the link
 * @property {(values: string[], matches: Uint8Array | null) => Test | null} passes null if it
 *   is not asked for; matches are the rows in which the text was found
 * @property {(values: string[]) => Test} [isSure] which rows meet it for certain; all that pass,
 *   where left out
 * @property {(onCommit: () => void, words: Words, before?: Control) => Control} [control] none
 *   where an entry before it has the control of the parameter; `before` is the one of the last
 *   record, where there was any
 */

/** @param {Facets} facets @returns {Filter[]} */
export function listFilters(facets) {
  const {fields, voices, low, high, reported} = facets;
  return [
    ...fields.map(field => ({
      name: field.parameter,
      parameter: field.parameter,
      /** @param {string[]} values */
      passes(values) {
        if (!values.length) return null;
        const chosen = field.words.map(({id}) => values.includes(id));
        return (/** @type {number} */ i) => chosen[field.codes[i]];
      },
      /** @type {Filter['control']} */
      control: (onCommit, words) => new Field(field, onCommit, words),
    })),
    ...voices.map(({id, rows}, index) => ({
      name: `voice=${id}`,
      parameter: 'voice',
      /** @param {string[]} values */
      passes: values => (values.includes(id) ? (/** @type {number} */ i) => rows[i] : null),
      /** @type {Filter['control']} */
      control: index
        ? undefined
        : (onCommit, words) => new Field({title: words.voices, words: voices}, onCommit, words),
    })),
    {
      name: 'reach',
      parameter: 'reach',
      passes([text]) {
        const [least, most] = readReach(text).map(km => km * 1000);
        return text ? i => low[i] <= most && high[i] >= least : null;
      },
      isSure([text]) {
        const [least, most] = readReach(text).map(km => km * 1000);
        return i => low[i] >= least && high[i] <= most;
      },
      control: (onCommit, words) => new ReachBar(facets, onCommit, words),
    },
    {
      name: 'q',
      parameter: 'q',
      passes: ([text], matches) => (text && matches ? i => matches[i] : null),
      control: (onCommit, words, before) => before ?? new FindBox(onCommit, words),
    },
    {
      name: 'changed',
      parameter: 'changed',
      passes: ([moment]) => (moment ? changedSince(facets, moment) : null),
      control: onCommit => new SinceChoice(facets, onCommit),
    },
    {
      name: 'known',
      parameter: 'known',
      passes: ([text]) => (text ? i => reported[i] <= readKnown(text) : null),
      control: onCommit => new KnownBox(onCommit),
    },
  ];
}
