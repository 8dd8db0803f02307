// A search is one step of the page's history, however often the typing pauses.

/** @typedef {Pick<Window, 'history' | 'location' | 'addEventListener'>} Page */

/** An address without what is looked for. @param {string} address @param {string} base */
function leaveOutSearch(address, base) {
  const url = new URL(address, base);
  url.searchParams.delete('q');
  return url.href;
}

export class SearchSteps {
  /** Counts the times that a reader has come to the box. */
  #search = 0;
  /** Which search the newest entry of the history belongs to; 0 for none. */
  #entry = 0;

  /** The reader comes to the box: what is typed until the next time is one search. */
  start() {
    this.#search += 1;
  }

  /**
   * Replace the entry of a search by the next one of the same search. Code that writes the address
   * (Streamlit) knows only that it has changed.
   * @param {Page} page
   */
  watch(page) {
    const {history} = page;
    const push = history.pushState.bind(history);
    history.pushState = (state, unused, address) => {
      const here = page.location.href;
      const isSearch = leaveOutSearch(String(address ?? here), here) === leaveOutSearch(here, here);
      if (isSearch && this.#search && this.#entry === this.#search) {
        history.replaceState(state, unused, address);
        return;
      }
      this.#entry = isSearch ? this.#search : 0;
      push(state, unused, address);
    };
    page.addEventListener('popstate', () => {
      this.#entry = 0;
    });
  }
}

/** Those of this page. */
export const searchSteps = new SearchSteps();
