// Binds map, list and filter panel to Streamlit's components: mounted once, updated at each rerun, parked at a page switch.
import {Choices} from './choices.js';
import {EventList} from './event_list.js';
import {fetchJson} from './event_rows.js';
import {FilterPanel} from './filter_panel.js';
import {StepPlayer} from './step_player.js';
import {TimeMap} from './time_map.js';

/* global ASSETS: addresses of pydeck's bundle and of our style sheet, which ui/time_map.py writes above this module. */

/** @type {Map<string, TimeMap | EventList | FilterPanel | StepPlayer>} by Streamlit key; they outlive a page switch with their canvases and view */
export const parts = new Map();

/** @type {Map<string, Choices>} by the name that Python gives them: parts of one page share theirs */
const chosen = new Map();

function choicesOf({choices}) {
  if (!chosen.has(choices)) chosen.set(choices, new Choices());
  return chosen.get(choices);
}

const styles = new Map();
const bundles = new Map();

/** Our style sheet in the shadow root of the component; one copy for all. */
async function adoptStyle(root, address) {
  const url = new URL(address, document.baseURI).href;
  if (!styles.has(url)) {
    styles.set(
      url,
      fetch(url).then(async response => new CSSStyleSheet().replace(await response.text())),
    );
  }
  const sheet = await styles.get(url);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** pydeck's bundle is a classic script that leaves its namespace in the global `deck`; the page's head may have begun it. */
function loadBundle(address) {
  const url = new URL(address, document.baseURI).href;
  if (!bundles.has(url)) {
    const loading = new Promise((resolve, reject) => {
      if (globalThis.deck) return resolve(globalThis.deck);
      const begun = [...document.scripts].find(({src}) => src === url);
      const script = begun ?? Object.assign(document.createElement('script'), {src: url});
      script.addEventListener('load', () =>
        globalThis.deck ? resolve(globalThis.deck) : reject(new Error('noBundle')),
      );
      script.addEventListener('error', () => {
        script.remove();
        reject(new Error('noBundle'));
      });
      if (!begun) document.head.append(script);
    });
    loading.catch(() => bundles.delete(url)); // so that the next mount may try again
    bundles.set(url, loading);
  }
  return bundles.get(url);
}

/** Put a part into its host and take it out again, unless another page has it by then. */
async function settle(part, {parentElement, data}) {
  const host = parentElement.querySelector('.host');
  part.newest = data;
  const [style] = await Promise.all([
    data.style && fetchJson(data.style),
    adoptStyle(parentElement, ASSETS.style),
  ]);
  if (part.node.parentNode !== host) host.replaceChildren(part.node);
  host.style.minHeight = '';
  if (part.newest === data) await part.update({...style, ...data});
  return () => {
    if (part.node.parentNode !== host) return;
    part.node.remove();
    (part.bar ?? part).rests?.();
  };
}

/** Streamlit calls this at each rerun and theme change. @param {any} component */
export function mountTimeMap(component) {
  const {data, setTriggerValue} = component;
  const bundle = loadBundle(ASSETS.bundle);
  if (!parts.has(data.key)) parts.set(data.key, new TimeMap(bundle, data, choicesOf(data)));
  const map = parts.get(data.key);
  map.bundle = bundle;
  map.listen({
    // All as triggers: a state that is reported twice with the same value would be no change to Streamlit.
    onWindow: window => setTriggerValue('window', window),
    onCamera: camera => setTriggerValue('camera', camera),
    // An empty name, since Streamlit reads null as "nothing was clicked".
    onPick: id => (id !== null || map.options.selected) && setTriggerValue('clicked', id ?? ''),
  });
  return settle(map, component);
}

/** @param {any} component */
export function mountEventList(component) {
  const {data, setTriggerValue} = component;
  if (!parts.has(data.key)) parts.set(data.key, new EventList(choicesOf(data)));
  const list = parts.get(data.key);
  list.onPick = id => setTriggerValue('clicked', id);
  return settle(list, component);
}

/** @param {any} component */
export function mountFilterPanel(component) {
  const {data, setTriggerValue} = component;
  if (!parts.has(data.key)) parts.set(data.key, new FilterPanel(choicesOf(data)));
  const panel = parts.get(data.key);
  panel.onAsk = (what, value) => setTriggerValue(what, value);
  return settle(panel, component);
}

/** @param {any} component */
export function mountStepPlayer(component) {
  const {data, setTriggerValue} = component;
  if (!parts.has(data.key)) parts.set(data.key, new StepPlayer());
  const player = parts.get(data.key);
  player.onStep = step => setTriggerValue('step', step);
  return settle(player, component);
}
