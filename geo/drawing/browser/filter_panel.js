// The filter panel: what to find, which dates, which words, how far; its counts follow the map.
import {DateControls, titledBlock} from './date_controls.js';
import {element, hasFocus} from './dom.js';
import {Field} from './filter_field.js';
import {ReachBar} from './reach_bar.js';
import {fillTemplate, WORDS} from './words.js';
/** @import {Change, Choices} from './choices.js' */
/** @import {Facets} from './facets.js' */
/** @import {FilterPanelOptions, Preset} from './types.js' */

const LONGEST_TEXT = 200;

/** What Python can be asked for. @typedef {'filters' | 'preset' | 'zone' | 'all'} PanelRequest */

export class FilterPanel {
  words = WORDS;
  number = new Intl.NumberFormat();
  /** @type {(request: PanelRequest, value: string) => void} one may come twice */
  onRequest = () => {};
  /** @type {FilterPanelOptions | null} */
  options = null;
  /** @type {Facets | null} that the panel was built for */
  facets = null;
  /** @type {Field[]} the fields of the events, and last the voices */
  #fields = [];
  /** @type {number | undefined} */
  #frame;
  #sentText = '';
  #wasShown = false;

  /** @param {Choices} choices */
  constructor(choices) {
    const {words} = this;
    this.choices = choices;
    const reportFilters = () => this.#reportFilters();
    this.find = element('input', {
      type: 'search',
      class: 'text',
      maxlength: LONGEST_TEXT,
      placeholder: words.findHint,
      'aria-label': words.find,
      dir: 'auto',
      autocomplete: 'off',
      enterkeyhint: 'search',
    });
    this.find.onchange = reportFilters;
    this.find.addEventListener('search', reportFilters);
    this.dates = new DateControls(
      {
        onPreset: preset => this.onRequest('preset', preset),
        onZone: zone => this.onRequest('zone', zone),
      },
      words,
    );
    this.fieldBox = element('div', {class: 'fields'});
    this.reach = new ReachBar(reportFilters, words);
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
    const {words} = this;
    const fields = [
      ...facets.fields,
      {parameter: 'voice', title: words.voices, words: facets.voices},
    ];
    this.#fields = fields.map(field => new Field(field, () => this.#reportFilters(), words));
    for (const {node} of this.#fields) node.ontoggle = () => this.#count();
    this.fieldBox.replaceChildren(...this.#fields.map(({node}) => node));
    if (facets.fields.length) this.#fields[0].node.setAttribute('open', '');
    this.dates.setPresets(presets);
    this.node.replaceChildren(
      titledBlock(words.find, this.find),
      this.dates.presetBlock,
      this.dates.zoneChoice,
      this.fieldBox,
      this.reach.node,
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
    this.#showText(params.get('q') ?? '');
    this.dates.show(options);
    this.#showFields(params, options);
    this.reach.node.hidden = !choices.facets.farthest && !params.get('reach');
    this.reach.update(choices.facets, params.get('reach'));
    this.all.disabled = !options.filtered && !choices.filters;
    this.#wasShown = true;
    this.#count();
  }

  /** @param {string} text what is being typed stays until it is sent */
  #showText(text) {
    const isTyping = hasFocus(this.find) && this.find.value !== this.#sentText;
    if (!isTyping) this.find.value = this.#sentText = text;
  }

  /**
   * @param {URLSearchParams} params
   * @param {FilterPanelOptions} options
   */
  #showFields(params, options) {
    const colours = new Map(options.groups.map(({id, colour}) => [id, colour]));
    this.#fields.forEach((field, i) => {
      const facet = this.facets?.fields[i]; // none for the voices
      const chosen = params.getAll(field.parameter);
      field.choose(chosen);
      if (chosen.length && !this.#wasShown) field.node.setAttribute('open', '');
      field.node.hidden = !!facet && field.rows.length < 2 && !chosen.length;
      field.colour(facet?.name === options.field ? colours : null);
    });
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
    if (!events || !facets || facets !== choices.facets || !this.node.isConnected) return;
    const {fields, voices} = facets.count(events, window);
    this.#fields.forEach((field, i) => {
      if (field.node.open) field.count(fields[i] ?? voices, number);
    });
    this.reach.draw(events, window);
    const {shown, possible} = events.count(window);
    const {oneShown, allShown, possibly} = this.words;
    const template = shown === 1 ? oneShown : allShown;
    this.found.textContent =
      fillTemplate(template, {shown: number.format(shown)}) +
      (possible ? fillTemplate(possibly, {possible: number.format(possible)}) : '');
  }

  /** The filters as they stand in the panel, in the grammar of the link. */
  get filters() {
    const params = new URLSearchParams();
    for (const {parameter, chosen} of this.#fields) {
      for (const word of chosen) params.append(parameter, word);
    }
    if (this.reach.text) params.set('reach', this.reach.text);
    if (this.find.value.trim()) params.set('q', this.find.value.trim());
    return params.toString();
  }

  #reportFilters() {
    const before = this.choices.filters;
    this.#sentText = this.find.value;
    for (const field of this.#fields) field.showSummary();
    this.choices.setFilters(this.filters);
    if (this.choices.filters !== before) this.onRequest('filters', this.choices.filters);
  }
}
