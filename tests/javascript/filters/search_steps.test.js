// A search that is typed in several goes is one step of the history.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SearchSteps} from '../../../geo/drawing/browser/filters/search_steps.js';

/** A window as far as its history goes. */
class FakePage {
  entries = ['https://maps.example/?group=coast'];
  /** @type {(() => void)[]} */
  #listeners = [];
  location = {href: this.entries[0]};
  history = {
    pushState: (/** @type {unknown[]} */ ...[, , address]) => this.#go([...this.entries, address]),
    replaceState: (/** @type {unknown[]} */ ...[, , address]) =>
      this.#go([...this.entries.slice(0, -1), address]),
  };

  addEventListener(/** @type {string} */ _, /** @type {() => void} */ listener) {
    this.#listeners.push(listener);
  }

  back() {
    this.#go(this.entries.slice(0, -1));
    for (const listener of this.#listeners) listener();
  }

  #go(/** @type {unknown[]} */ addresses) {
    this.entries = addresses.map(each => new URL(String(each), 'https://maps.example').href);
    this.location.href = this.entries[this.entries.length - 1];
  }
}

function watchedPage() {
  const page = new FakePage();
  const steps = new SearchSteps();
  /** @type {unknown} */
  const asWindow = page;
  steps.watch(/** @type {Window} */ (asWindow));
  return {page, steps};
}

test('the goes of one search are one step', () => {
  const {page, steps} = watchedPage();
  steps.start();
  for (const q of ['re', 'refi', 'refinery']) {
    page.history.pushState({}, '', `/?group=coast&q=${q}`);
  }
  assert.deepEqual(page.entries.slice(1), ['https://maps.example/?group=coast&q=refinery']);
});

test('the next search is a step of its own', () => {
  const {page, steps} = watchedPage();
  for (const q of ['mill', 'bridge']) {
    steps.start();
    page.history.pushState({}, '', `/?group=coast&q=${q}`);
  }
  assert.equal(page.entries.length, 3);
});

test('a step other than a search counts, and so does the search after it', () => {
  const {page, steps} = watchedPage();
  steps.start();
  page.history.pushState({}, '', '/?group=coast&q=mi');
  page.history.pushState({}, '', '/?group=north&q=mi');
  page.history.pushState({}, '', '/?group=north&q=mill');
  assert.equal(page.entries.length, 4);
});

test('after a step back the search starts again', () => {
  const {page, steps} = watchedPage();
  steps.start();
  page.history.pushState({}, '', '/?group=coast&q=mi');
  page.back();
  page.history.pushState({}, '', '/?group=coast&q=mill');
  assert.equal(page.entries.length, 2);
});

test('a page on which nobody has searched keeps all its steps', () => {
  const {page} = watchedPage();
  page.history.pushState({}, '', '/?group=coast&q=mi');
  page.history.pushState({}, '', '/?group=coast&q=mill');
  assert.equal(page.entries.length, 3);
});
