// What a reader has chosen on a page: filters and window, shared by map, time bar, list and filter panel.
import {Echo, sameWindow} from './echo.js';
import {EventRows, fetchJson, readMask} from './event_rows.js';
import {Facets, sameSpelling} from './facets.js';

/**
 * What Python shows (geo/drawing/shown.py).
 * @typedef {object} Shown
 * @property {string} rows address of the event rows
 * @property {string} facets address of the facets
 * @property {import('./facets.js').Filters} filters other than time
 * @property {string | null} matches address of a packed mask of the rows in which the text of the filters was found
 * @property {[number, number]} window ms
 * @property {import('./event_rows.js').Zone} zone whose clock the window is read on
 */

export class Choices {
  constructor() {
    this.filters = '';
    this.window = null;
    this.events = null; // EventRows, once they are here
    this.facets = null; // Facets, once they are needed
    this.versions = {};
    this.filtered = new Echo((a, b) => a === b);
    this.windows = new Echo(sameWindow);
    this.listeners = new Set();
    this.asked = null; // the window that Python asked for last
  }

  /** @param {(change: 'events' | 'window' | 'failed') => void} listener */
  listen(listener) {
    this.listeners.add(listener);
  }

  tell(change) {
    for (const listener of this.listeners) listener(change);
  }

  /**
   * Take over what Python shows. Called by each part at each rerun; only what is news is done, and the last call wins.
   * @param {Shown} shown
   * @returns {Promise<void>} when the newest choices are applied
   */
  async hear(shown) {
    this.shown = shown;
    if (this.filtered.isNews(sameSpelling(shown.filters)))
      this.filters = sameSpelling(shown.filters);
    if (this.windows.isNews(shown.window)) this.window = this.asked = shown.window;
    try {
      await this.apply();
    } catch (error) {
      this.tell('failed');
      throw error;
    }
  }

  /** The reader filters: seen at once, told to Python by the caller. @param {import('./facets.js').Filters} filters */
  choose(filters) {
    this.filters = sameSpelling(filters);
    this.filtered.report(this.filters);
    return this.apply();
  }

  /** Leave what the reader chose: what is heard next is shown, even if it was heard before. */
  forget() {
    this.filtered.forget();
    this.windows.forget();
  }

  /** The window moves. */
  see(window) {
    this.window = window;
    this.tell('window');
  }

  /** Read what the events are filtered by; a map that nothing filters does without. */
  async readFacets() {
    const {rows, facets} = this.shown;
    const [{length}, content] = await Promise.all([fetchJson(rows), fetchJson(facets)]);
    if (facets === this.shown.facets && facets !== this.facetsOf)
      [this.facets, this.facetsOf] = [new Facets(content, length), facets];
  }

  /** The rows in which the text of the filters was found; a page without a server has its own way. @returns {Promise<Uint8Array | null>} */
  async readMatches() {
    const {rows, matches} = this.shown;
    return matches && readMask(await fetchJson(matches), (await fetchJson(rows)).length);
  }

  /** Apply the choices as they are now, and any that follow meanwhile. */
  async apply() {
    let applied;
    this.applying = this.filter();
    do await (applied = this.applying);
    while (applied !== this.applying);
  }

  async filter() {
    const {shown, filters} = this;
    const [rows, matches] = await Promise.all([
      fetchJson(shown.rows),
      this.readMatches(),
      filters && this.readFacets(),
    ]);
    if (shown !== this.shown || filters !== this.filters) return;
    const [interval, kept] = [
      `${shown.rows} ${shown.zone}`,
      `${shown.rows} ${filters} ${shown.matches}`,
    ];
    if (interval === this.versions.interval && kept === this.versions.kept) return;
    if (interval !== this.versions.interval) this.events = new EventRows(rows, shown.zone);
    else if (!filters) this.events.keep(new Uint16Array(rows.length), new Uint8Array(rows.length));
    if (filters) {
      const {failed, doubtful} = this.facets.judge(filters, matches);
      this.events.keep(failed, doubtful);
    }
    this.versions = {interval, kept};
    this.tell('events');
  }
}
