// The steps of a briefing beside one map, for pages without a server: its text, player and map.
import {MapFailure} from '../../drawing/browser/map/map_failure.js';
import {provideJson} from '../../drawing/browser/page/fetch_json.js';
import {WORDS} from '../../drawing/browser/page/words.js';
import {StepPlayer} from '../../drawing/browser/steps/step_player.js';
import {TimeMap} from '../../drawing/browser/time_map.js';
import {readStep} from './read_step.js';
/** @import {Choices} from '../../drawing/browser/filters/choices.js' */
/** @import {DeckNamespace} from '../../drawing/browser/types/deck.js' */
/** @import {MapState, MapStyle} from '../../drawing/browser/types/events.js' */
/** @import {WrittenLayer} from '../../drawing/browser/types/layers.js' */
/** @import {TimeMapOptions} from '../../drawing/browser/types/options.js' */

/**
 * What geo/publishing/one_file/map_content.py writes.
 * @typedef {object} StepsContent
 * @property {StepOptions[]} steps
 * @property {Record<Theme, WrittenLayer[]>} base
 * @property {string[]} headlines
 * @property {Record<string, unknown>} answers to what is asked of a server, by address
 */

/** @typedef {'light' | 'dark'} Theme */
/** @typedef {MapState & {style: string, selection: WrittenLayer[]}} ThemedState */
/** @typedef {Pick<TimeMapOptions, 'domain' | 'step'>} BarSpan */
/** @typedef {Pick<TimeMapOptions, 'camera' | 'height'> & BarSpan} CommonOptions */
/** @typedef {CommonOptions & {whole: BarSpan} & Record<Theme, ThemedState>} StepOptions */
/** @typedef {TimeMapOptions & {preset: string | null, filtered: boolean}} ShownOptions */

/**
 * An element that the template of the page holds.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`page: found no #${id}, wanted one`);
  return /** @type {E} */ (node);
}

/** @returns {Promise<DeckNamespace>} of the script above this one */
async function deckOfPage() {
  if (!globalThis.deck) throw new MapFailure(WORDS.noBundle);
  return globalThis.deck;
}

/** @returns {HTMLElement[]} */
function findArticles() {
  const articles = [...document.querySelectorAll('article.step')].flatMap(node =>
    node instanceof HTMLElement ? [node] : [],
  );
  for (const article of articles) {
    const paragraphs = [...article.querySelectorAll('p')];
    const characters = paragraphs.reduce((sum, {textContent}) => sum + textContent.length, 0);
    // How large its words may be on a wall.
    article.style.setProperty('--characters', String(characters));
  }
  return articles;
}

export class BriefingSteps {
  /** Called with what the map of a step shows. @type {(options: ShownOptions) => void} */
  onShow = () => {};
  /** The parts of the address that could not be used; '' for none. */
  leftOut = '';
  #articles = findArticles();
  #content;
  #darkTheme = matchMedia('(prefers-color-scheme: dark)');
  #player = new StepPlayer();
  #step;

  /**
   * @param {StepsContent} content
   * @param {Choices} choices
   */
  constructor(content, choices) {
    this.#content = content;
    for (const [address, answer] of Object.entries(content.answers)) provideJson(address, answer);
    this.#step = this.#readAddress();
    this.map = new TimeMap(deckOfPage(), this.#buildOptions(this.#step), choices);
    byId('player').append(this.#player.node);
    byId('map').append(this.map.node);
    this.#player.onStep = step => {
      history.replaceState(null, '', `#step-${step}`);
      this.leftOut = '';
      this.#show(step);
    };
    this.#darkTheme.addEventListener('change', () => this.#show(this.#step));
    addEventListener('hashchange', () => {
      if (/^#step-/.test(location.hash)) this.#show(this.#readAddress());
    });
  }

  /** Show the step of the address; from then on the page is alive. */
  start() {
    document.documentElement.classList.add('alive');
    this.#show(this.#step);
  }

  /** The span of the whole record, which the bar of a step may not show. */
  get whole() {
    return this.#content.steps[this.#step - 1].whole;
  }

  /** The number of the step that the address names, as the page writes it or as the app does. */
  #readAddress() {
    const [, hash] = location.hash.match(/^#step-(.*)$/) ?? [];
    const text = hash ?? new URLSearchParams(location.search).getAll('step').at(-1) ?? '';
    const {step, leftOut} = readStep(text, this.#articles.length);
    this.leftOut = leftOut;
    return step;
  }

  /** What the map shows at a step, in the theme of the reader. @param {number} step */
  #buildOptions(step) {
    const theme = this.#darkTheme.matches ? 'dark' : 'light';
    const {steps, base, answers} = this.#content;
    const options = steps[step - 1];
    const {selection, ...state} = options[theme];
    return {
      .../** @type {MapStyle} */ (answers[state.style]),
      ...options,
      ...state,
      story_step: step,
      hash: `${theme} ${JSON.stringify(selection)}`,
      spec: {layers: [...base[theme], ...selection]},
      datesAreFixed: true,
      preset: null,
      filtered: true,
    };
  }

  /** @param {number} step */
  #show(step) {
    this.#step = step;
    this.#articles.forEach((article, i) => {
      article.hidden = i + 1 !== step;
    });
    this.#player.update({step, headlines: this.#content.headlines});
    const options = this.#buildOptions(step);
    this.map.update(options);
    this.onShow(options);
  }
}
