// The time map: a pydeck spec on two canvases, filtered live by its own time bar.
import {readLayers} from './deck_spec.js';
import {cssColour, element, sentence} from './dom.js';
import {Echo, sameCamera, sameWindow} from './echo.js';
import {fetchJson} from './event_rows.js';
import {MapView} from './map_view.js';
import {TimeBar} from './time_bar.js';
import {timeFilterClass, withTimeFilter} from './time_filter.js';
import {WORDS} from './words.js';

/**
 * What Python asks for (ui/time_map.py), beside what `Choices` hear.
 * @typedef {import('./choices.js').Shown & object} TimeMapOptions
 * @property {string} [base] address of a pydeck Deck as JSON, whose layers lie beneath those of `spec`
 * @property {object} spec a pydeck Deck as JSON; data by address
 * @property {string | null} story_step which step of a story this is; another one takes the map back from the reader
 * @property {string} hash of base and spec
 * @property {[number, number]} domain ms
 * @property {number} step ms
 * @property {{id: string, label: string, colour: string | number[]}[]} groups
 * @property {string} field
 * @property {string | null} selected
 * @property {import('./map_view.js').Camera | null} camera
 * @property {[number, number, number, number]} bounds
 * @property {number} possible_opacity
 * @property {string} lang
 * @property {string} height a CSS length
 * @property {string} credit
 * @property {string | number[] | null} background
 */

/** @param {import('./map_view.js').Camera | null} camera */
const asTriple = camera => (camera ? [camera.longitude, camera.latitude, camera.zoom] : null);

export class TimeMap {
  /**
   * @param {Promise<any>} bundle resolves to the namespace of pydeck's bundle
   * @param {TimeMapOptions} options
   * @param {import('./choices.js').Choices} choices
   */
  constructor(bundle, options, choices) {
    Object.assign(this, {bundle, choices});
    this.words = WORDS;
    this.cameras = new Echo(sameCamera);
    this.report = {};
    this.message = element('p', {class: 'message'}, this.words.loading);
    this.mapBox = element('div', {class: 'map-box'}, this.message);
    this.bar = new TimeBar({
      onWindow: window => { this.choices.see(window); this.view?.repaintEvents(); },
      onCommit: window => this.commit(window),
    }, this.words);
    this.credit = element('p', {class: 'credit'});
    this.node = element('div', {class: 'time-map'}, this.mapBox, this.bar.node, this.credit);
    choices.listen(change => change === 'events' && this.barIsReady && this.refilter());
  }

  get events() { return this.choices.events; }

  /** @param {{onWindow?: Function, onCamera?: Function, onPick?: Function}} report */
  listen(report) { this.report = report; }

  /**
   * Show what Python asks for. Called at every rerun; only what changed is done, and the last call wins.
   * @param {TimeMapOptions} options
   */
  async update(options) {
    this.options = options;
    if (options.story_step !== this.storyStep) {                    // another step is told: what the reader moved since is over
      this.storyStep = options.story_step;
      this.choices.forget();
      this.cameras.forget();
    }
    this.node.style.setProperty('--map-height', options.height);
    this.credit.textContent = options.credit;
    this.mapBox.style.background = options.background ? cssColour(options.background) : '';
    try {
      await this.choices.hear(options);
      if (options !== this.options) return;
      this.updateTime(options);
    } catch (error) {
      console.error('map:', error);
      return this.fail(this.words.noData);
    }
    try {
      const deck = await this.bundle;
      if (options.hash !== this.hash) {
        const beneath = options.base ? (await fetchJson(options.base)).layers : [];
        const layers = await readLayers(deck, {layers: [...beneath, ...(options.spec.layers ?? [])]});
        if (options !== this.options) return;
        [this.layers, this.hash] = [layers, options.hash];
      }
      if (options !== this.options) return;
      this.updateMap(deck, options);
    } catch (error) {
      console.error('map:', error);
      this.fail(this.words[error.message] ?? this.words.noLayers);
    }
  }

  updateTime(options) {
    const {domain, step, groups, field, lang} = options;
    const wish = this.choices.asked !== this.asked && this.choices.asked;
    if (wish) {
      this.bar.rests();
      this.asked = this.committed = wish;
    }
    const words = {...WORDS, zone: options.zone === 'utc' ? WORDS.zoneUtc : WORDS.zone};
    this.barIsReady = true;
    this.bar.update({events: this.events, domain, step, groups, field, lang, words}, wish || this.choices.window);
  }

  /** The filters have changed: in this browser, before Python knows. */
  refilter() {
    this.bar.update({...this.bar.content, events: this.events}, this.choices.window);
    if (this.filter) this.drawLayers(this.options);
  }

  updateMap(deck, options) {
    const wish = this.cameras.isNews(asTriple(options.camera)) && options.camera;
    if (!this.view) this.open(deck, options);
    else if (wish) this.view.fly(options.camera);
    Object.assign(this.view, {lang: options.lang, bounds: options.bounds});
    this.filter ??= new (timeFilterClass(deck))({choices: this.choices, possibleOpacity: options.possible_opacity});
    this.drawLayers(options);
  }

  drawLayers(options) {
    const {interval, kept} = this.choices.versions;
    const drawn = [this.hash, interval, kept].join(' ');
    if (drawn === this.drawn) return;                        // a rerun alone is no reason to paint
    this.drawn = drawn;
    this.view.setLayers(this.layers.map(({layer, address}) => (address === options.rows
      ? withTimeFilter(layer, this.filter, this.choices) : layer)));
  }

  open(deck, options) {
    if (!globalThis.WebGL2RenderingContext) throw new Error('noWebgl');
    this.view = new MapView(deck, {
      onNoDevice: () => {
        this.view = undefined;
        this.mapBox.replaceChildren(this.message);
        this.fail(this.words.noWebgl);
      },
      onPick: id => this.report.onPick?.(id),
      onCamera: camera => { this.cameras.report(camera); this.report.onCamera?.(camera); },
    }, this.words);
    this.view.lang = options.lang;
    this.mapBox.replaceChildren(this.view.node);
    this.view.start(options.camera, options.bounds);
  }

  commit(window) {
    if (sameWindow(window, this.committed)) return;
    this.committed = window;
    this.choices.windows.report(window);
    this.report.onWindow?.(window);
  }

  /** Say in the map's place why there is no map. */
  fail(reason) {
    if (this.view) return;
    this.message.textContent = sentence(this.words.failed, {reason});
    this.message.setAttribute('role', 'alert');
  }
}
