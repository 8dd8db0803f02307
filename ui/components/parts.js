// The parts of a page in their Streamlit components: mounted once, updated at each rerun, parked.
import {Choices} from '../../geo/drawing/browser/filters/choices.js';
import {searchSteps} from '../../geo/drawing/browser/filters/search_steps.js';
import {MapFailure} from '../../geo/drawing/browser/map/map_failure.js';
import {fetchJson} from '../../geo/drawing/browser/page/fetch_json.js';
import {Reports, STEP} from '../../geo/drawing/browser/page/reports.js';
import {WORDS} from '../../geo/drawing/browser/page/words.js';
/** @import {DeckNamespace} from '../../geo/drawing/browser/types/deck.js' */

/**
 * What a Streamlit component is given at each rerun.
 * @template Data
 * @typedef {object} Component
 * @property {Data & Shared} data
 * @property {ShadowRoot} parentElement
 * @property {(name: string, value: unknown) => void} setTriggerValue
 */

/**
 * @typedef {object} Shared
 * @property {string} key of the component
 * @property {string} choices name of the choices that parts of one page share
 * @property {string} [style] address of a MapStyle
 */

/** @typedef {{node: HTMLElement, stop?: () => void}} Part `stop` ends what runs in it */

/** @type {Map<string, Part>} by key; they outlive a page switch with their canvases and view */
export const parts = new Map();

/** What the reader did anywhere on this page. */
export const reports = new Reports();

/** @type {Map<string, Component<Shared>>} by key, those that have reported */
const reporters = new Map();

/** @type {Component<Shared> | null} the part of each page that reports a step of the history */
let reporter = null;

/**
 * A step back or forward is reported like everything else that the reader does, so that Python
 * knows what was done before it and what after.
 * @param {Component<Shared>} component
 */
export function reportSteps(component) {
  if (!reporter) {
    searchSteps.watch(globalThis.window);
    addEventListener('popstate', () => {
      if (reporter?.parentElement.isConnected) report(reporter, STEP, location.search);
    });
  }
  reporter = component;
}

/** @type {Map<string, Choices>} */
const sharedChoices = new Map();

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const styles = new Map();

/** @type {Map<string, Promise<DeckNamespace>>} */
const bundles = new Map();

// Streamlit's own link to the content leads to where the menu of the pages is.
document.addEventListener('click', ({target}) => {
  if (!(target instanceof Element) || !target.closest('[data-testid=stSkipToContent]')) return;
  document.getElementById('content-start')?.focus({preventScroll: true});
});

/** @type {WeakMap<Part, object>} the call that mounted each part last */
const newest = new WeakMap();

/**
 * @template {Part} P
 * @param {Shared} data
 * @param {new (...args: never[]) => P} kind
 * @param {(choices: Choices) => P} create
 * @returns {P}
 */
export function getPart({key, choices}, kind, create) {
  const known = parts.get(key);
  if (known instanceof kind) return known;
  const shared = sharedChoices.get(choices) ?? new Choices(undefined, reports);
  sharedChoices.set(choices, shared);
  const part = create(shared);
  parts.set(key, part);
  return part;
}

/**
 * Put our style sheet into the shadow root of the component; one copy for all.
 * @param {ShadowRoot} root
 * @param {string} address
 */
async function addStyle(root, address) {
  const url = new URL(address, document.baseURI).href;
  /** @returns {Promise<CSSStyleSheet>} */
  const load = async () => new CSSStyleSheet().replace(await (await fetch(url)).text());
  const loading = styles.get(url) ?? load();
  styles.set(url, loading);
  const sheet = await loading;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/**
 * The drawing library is a classic script that leaves its namespace in the global `deck`; the
 * page's head may have started it.
 * @param {string} address
 * @returns {Promise<DeckNamespace>}
 */
export function loadBundle(address) {
  const url = new URL(address, document.baseURI).href;
  const known = bundles.get(url);
  if (known) return known;
  /** @type {Promise<DeckNamespace>} */
  const loading = new Promise((resolve, reject) => {
    const settle = () =>
      globalThis.deck ? resolve(globalThis.deck) : reject(new MapFailure(WORDS.noBundle));
    if (globalThis.deck) return settle();
    const started = [...document.scripts].find(({src}) => src === url);
    const script = started ?? Object.assign(document.createElement('script'), {src: url});
    script.addEventListener('load', settle);
    script.addEventListener('error', () => {
      script.remove();
      settle();
    });
    if (!started) document.head.append(script);
  });
  loading.catch(() => bundles.delete(url)); // so that the next mount may try again
  bundles.set(url, loading);
  return loading;
}

/**
 * Put a part into its host; what is returned takes it out again, where its component is gone.
 *
 * Streamlit mounts a component at each rerun, and calls the returned function of a call that was
 * overtaken when that has ended, whether the component is still there or not; on a busy machine
 * that may be before the call that overtook it has started.
 * @template Options
 * @param {Part} part
 * @param {Component<Options>} component
 * @param {(options: Options) => unknown} update
 */
export async function mount(part, component, update) {
  const {data, parentElement} = component;
  const host = parentElement.querySelector('.host');
  if (!(host instanceof HTMLElement)) throw new Error('component: found no .host, wanted one');
  document.getElementById('first-words')?.remove(); // web/pages/first_words.py
  newest.set(part, component);
  const isNewest = () => newest.get(part) === component;
  /** @type {[object, void]} */
  const [style] = await Promise.all([
    data.style ? fetchJson(data.style) : {},
    addStyle(parentElement, ASSETS.style),
  ]);
  if (isNewest()) {
    if (part.node.parentNode !== host) host.replaceChildren(part.node);
    host.style.minHeight = '';
    await update({...style, ...data});
    for (const [key, lost] of reports.repeat()) reporters.get(key)?.setTriggerValue('report', lost);
  }
  return () => {
    if (!isNewest() || parentElement.isConnected) return;
    part.node.remove();
    part.stop?.();
  };
}

/**
 * A trigger, since Streamlit ignores a state that is reported again with the same value.
 * @param {Component<Shared>} component
 * @param {string} name
 * @param {unknown} value
 */
export function report(component, name, value) {
  const {key} = component.data;
  reporters.set(key, component);
  component.setTriggerValue('report', reports.add(key, name, value));
}
