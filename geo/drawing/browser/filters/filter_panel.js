// The filter panel: a control for each filter, and the dates; its counts follow the map.
import {element} from '../page/dom.js';
import {fillTemplate, WORDS} from '../page/words.js';
import {DateControls} from './date_controls.js';
/** @import {Preset} from '../types/events.js' */
/** @import {FilterPanelOptions} from '../types/options.js' */
/** @import {Change, Choices} from './choices.js' */
/** @import {Facets} from './facets.js' */
/** @import {Control} from './filters.js' */

/** What Python can be asked to do. @typedef {'filters' | 'preset' | 'zone' | 'all'} PanelRequest */

export class FilterPanel {
  words = WORDS;
  number = new Intl.NumberFormat();
  /** @type {(request: PanelRequest, value: string) => void} one may come twice */
  onRequest = () => {};
  /** @type {FilterPanelOptions | null} */
  options = null;
  /** @type {Facets | null} that the panel was built for */
  facets = null;
  /** @type {Map<string, Control>} by parameter of the link, in the order of the filters */
  #controls = new Map();
  /** @type {number | undefined} */
  #frame;
  /** Whether the counts are outdated, because they are hidden. */
  #isBehind = false;

  /** @param {Choices} choices */
  constructor(choices) {
    const {words} = this;
    this.choices = choices;
    this.dates = new DateControls(
      {
        onPreset: preset => this.onRequest('preset', preset),
        onZone: zone => this.onRequest('zone', zone),
      },
      words,
    );
    this.fieldBox = element('div', {class: 'fields'});
    this.found = element('p', {class: 'found'}); // the time bar speaks it when a gesture has ended
    this.all = element('button', {type: 'button', class: 'button all'}, words.showAll);
    this.all.onclick = () => this.onRequest('all', 'all');
    const attributes = {class: 'filter-panel', role: 'search', 'aria-label': words.filters};
    this.node = element('form', attributes);
    this.node.onsubmit = event => {
      event.preventDefault();
      this.#reportFilters();
    };
    choices.onChange(change => this.#follow(change));
    // Folded away it does not count; it has no size then.
    new ResizeObserver(() => this.#isBehind && this.#count()).observe(this.node);
  }

  /** Called at every rerun; the last call wins. @param {FilterPanelOptions} options */
  async update(options) {
    this.options = options;
    this.number = new Intl.NumberFormat(options.lang);
    try {
      await this.choices.receive(options);
      await this.choices.loadFacets();
    } catch (error) {
      console.error('filters:', error);
      if (options === this.options && !this.facets) {
        this.node.replaceChildren(element('p', {role: 'alert'}, this.words.noData));
      }
      return;
    }
    if (options === this.options) this.#show();
  }

  /**
   * Build what the facets of this record need: once for each.
   * @param {Facets} facets
   * @param {Preset[]} presets
   */
  #build(facets, presets) {
    const before = this.#controls;
    this.#controls = new Map();
    for (const {parameter, control} of facets.filters) {
      const made = control?.(() => this.#reportFilters(), this.words, before.get(parameter));
      if (made) this.#controls.set(parameter, made);
    }
    /** @param {string} section */
    const listNodes = section =>
      [...this.#controls.values()].filter(one => one.section === section).map(({node}) => node);
    for (const node of listNodes('fields')) node.ontoggle = () => this.#count();
    this.fieldBox.replaceChildren(...listNodes('fields'));
    if (facets.fields.length) listNodes('fields')[0].setAttribute('open', '');
    this.dates.setPresets(presets);
    this.node.replaceChildren(
      ...listNodes('top'),
      this.dates.presetBlock,
      this.dates.zoneChoice,
      this.fieldBox,
      ...listNodes('below'),
      this.found,
      this.all,
    );
    this.facets = facets;
  }

  /** Show the choices as they are now, those of the link or those just made here. */
  #show() {
    const {options, choices} = this;
    if (!options || !choices.facets) return;
    if (this.facets !== choices.facets) this.#build(choices.facets, options.presets);
    const params = new URLSearchParams(choices.filters);
    this.dates.show(options);
    for (const [parameter, control] of this.#controls) {
      control.show(params.getAll(parameter), options);
    }
    this.all.disabled = !options.filtered && !choices.filters;
    this.#count();
  }

  /** @param {Change} change */
  #follow(change) {
    if (!this.facets) return;
    if (change === 'events') this.#show();
    if (change !== 'window' || this.#frame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#count();
    });
  }

  /** Count what each choice would show, in the window as it is now. */
  #count() {
    const {choices, facets, number} = this;
    const {events, window} = choices;
    if (!events || !facets || facets !== choices.facets) return;
    this.#isBehind = !this.node.clientHeight;
    if (this.#isBehind) return;
    const counts = facets.count(events, window);
    for (const [parameter, control] of this.#controls) {
      control.count?.({events, window, number, counts: counts.get(parameter)});
    }
    const {shown, possible} = events.count(window);
    const {oneShown, allShown, possibly} = this.words;
    const template = shown === 1 ? oneShown : allShown;
    this.found.textContent =
      fillTemplate(template, {shown: number.format(shown)}) +
      (possible ? fillTemplate(possibly, {possible: number.format(possible)}) : '');
  }

  /** The filters as they are set in the panel, in the grammar of the link. */
  get filters() {
    const params = new URLSearchParams();
    for (const [parameter, {values}] of this.#controls) {
      for (const value of values) params.append(parameter, value);
    }
    return params.toString();
  }

  #reportFilters() {
    const before = this.choices.filters;
    for (const control of this.#controls.values()) control.reported?.();
    this.choices.setFilters(this.filters);
    if (this.choices.filters !== before) this.onRequest('filters', this.choices.filters);
  }
}
