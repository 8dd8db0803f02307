// What a reader has chosen on a page: filters and window, shared by all parts of the page.
import {Echo, sameWindow} from '../page/echo.js';
import {EventRows, decodeMask} from '../page/event_rows.js';
import {fetchJson} from '../page/fetch_json.js';
import {Reports} from '../page/reports.js';
import {Facets, sameSpelling} from './facets.js';
/** @import {RowTable} from '../page/row_columns.js' */
/** @import {EventRow, FacetsContent, MapState, TimeWindow} from '../types/events.js' */

/** @typedef {'events' | 'window' | 'failed'} Change */

/**
 * The rows in which the text of the filters was found, as a server has published them.
 * @param {MapState} state
 */
async function fetchMatches({rows, matches}) {
  if (!matches) return null;
  /** @type {[RowTable<EventRow>, string]} */
  const [{length}, encoded] = await Promise.all([fetchJson(rows), fetchJson(matches)]);
  return decodeMask(encoded, length);
}

export class Choices {
  filters = '';
  /** The reader has set the filters here, and no answer of Python brings them. */
  areOwn = false;
  /** @type {TimeWindow} */
  window = [0, 0];
  /** @type {TimeWindow | null} the window that Python asked for last */
  requestedWindow = null;
  /** @type {EventRows | null} once they are here */
  events = null;
  /** @type {Facets | null} once they are needed */
  facets = null;
  /** The intervals of the events, and which of them pass the filters. */
  versions = {interval: '', filters: ''};
  /** @type {MapState | null} what Python shows */
  state = null;
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set();
  /** @type {Echo<string>} */
  #filterEcho = new Echo((a, b) => a === b);
  /** @type {Echo<TimeWindow>} */
  #windowEcho = new Echo(sameWindow);
  /** @type {Promise<void> | null} */
  #applying = null;
  /** @type {string | null} address that `facets` came from */
  #facetsAddress = null;
  #findText;

  /**
   * @param {(state: MapState, filters: string) => Promise<Uint8Array | null>} findText the rows in
   *   which the text of the filters was found, 1 where it was; null if no text is looked for
   * @param {Reports} reports of the page, "filters" and "window" among them
   */
  constructor(findText = fetchMatches, reports = new Reports()) {
    this.#findText = findText;
    this.reports = reports;
  }

  /** @param {(change: Change) => void} listener */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  /** @param {Change} change */
  #notify(change) {
    for (const listener of this.#listeners) listener(change);
  }

  /**
   * Follow what Python shows. Called by each part at each rerun; only what is new is done, and
   * the last call wins.
   * @param {MapState} state
   * @returns {Promise<void>} when the newest choices are applied
   */
  async receive(state) {
    if (this.reports.receive(state.answered)) this.#follow(state);
    try {
      await this.#apply();
    } catch (error) {
      this.#notify('failed');
      throw error;
    }
  }

  /**
   * Take over what Python asks for, where it knows what the reader did last.
   * @param {MapState} state
   */
  #follow(state) {
    this.state = state;
    const filters = sameSpelling(state.filters);
    if (this.reports.isAnswered('filters') && this.#filterEcho.isNew(filters)) {
      this.filters = filters;
      this.areOwn = false;
    }
    if (this.reports.isAnswered('window') && this.#windowEcho.isNew(state.window)) {
      // An array of its own for each request: the same one may be asked for again.
      this.window = this.requestedWindow = [...state.window];
    }
  }

  /**
   * The reader filters: shown at once, reported to Python by the caller.
   * @param {string} filters in the grammar of the link
   */
  setFilters(filters) {
    this.filters = sameSpelling(filters);
    this.areOwn = true;
    return this.#apply();
  }

  /** The window moves. @param {TimeWindow} window */
  setWindow(window) {
    this.window = window;
    this.#notify('window');
  }

  /** The filters were reported to Python, which will send them back. @param {string} filters */
  filtersReported(filters) {
    this.#filterEcho.remember(sameSpelling(filters));
  }

  /** The window was reported to Python, which will send it back. @param {TimeWindow} window */
  windowReported(window) {
    this.#windowEcho.remember(window);
  }

  /** Leave what the reader chose: what comes next is shown, even if it came before. */
  reset() {
    this.#filterEcho.reset();
    this.#windowEcho.reset();
  }

  /** Read what the events are filtered by; a map that nothing filters does without. */
  async loadFacets() {
    if (!this.state) return;
    const {rows, facets} = this.state;
    /** @type {[RowTable<EventRow>, FacetsContent]} */
    const [{length}, content] = await Promise.all([fetchJson(rows), fetchJson(facets)]);
    if (facets !== this.state.facets || facets === this.#facetsAddress) return;
    this.facets = new Facets(content, length);
    this.#facetsAddress = facets;
  }

  /** Apply the choices as they are now, and any that follow meanwhile. */
  async #apply() {
    let applied;
    this.#applying = this.#filter();
    do await (applied = this.#applying);
    while (applied !== this.#applying);
  }

  async #filter() {
    const {state, filters} = this;
    if (!state) return;
    /** @type {[RowTable<EventRow>, Uint8Array | null, void]} */
    const [table, matches] = await Promise.all([
      fetchJson(state.rows),
      this.#findText(state, filters),
      filters ? this.loadFacets() : undefined,
    ]);
    if (state !== this.state || filters !== this.filters) return;
    const versions = {
      interval: `${state.rows} ${state.zone}`,
      filters: `${state.rows} ${filters} ${state.matches}`,
    };
    const isNewInterval = versions.interval !== this.versions.interval;
    if (!isNewInterval && versions.filters === this.versions.filters) return;
    if (isNewInterval || !this.events) this.events = new EventRows(table, state.zone);
    if (filters && this.facets) {
      const {failed, doubtful} = this.facets.judge(filters, matches);
      this.events.setFiltered(failed, doubtful);
    } else this.events.setFiltered(new Uint32Array(table.length), new Uint8Array(table.length));
    this.versions = versions;
    this.#notify('events');
  }
}
