// The filter panel: what to find, which dates, which words, how far; with counts that follow the map as it is moved.
import {element, sentence} from './dom.js';
import {Field} from './filter_field.js';
import {ReachBar} from './reach_bar.js';
import {WORDS} from './words.js';

const LONGEST_TEXT = 200;

/**
 * What Python asks for (ui/sidebar.py), beside what `Choices` hear.
 * @typedef {object} FilterPanelOptions
 * @property {{id: string, label: string}[]} presets ranges of dates
 * @property {string | null} preset the one in use
 * @property {boolean} [dated] whether dates leave anything out
 * @property {boolean} [datesAreFixed] no other dates or clock can be asked for
 * @property {boolean} filtered whether anything is left out
 * @property {{id: string, label: string, colour: string | number[]}[]} groups
 * @property {string} field the one that colours tell
 * @property {string} lang
 */

export class FilterPanel {
  /** @param {import('./choices.js').Choices} choices */
  constructor(choices) {
    this.choices = choices;
    this.words = WORDS;
    /** @type {(what: 'filters' | 'preset' | 'zone' | 'all', value: string) => void} the same may be asked for again */
    this.onAsk = () => {};
    this.node = element('form', {class: 'filter-panel', role: 'search'});
    this.node.onsubmit = event => {
      event.preventDefault();
      this.report();
    };
    choices.listen(change => this.built && this.follow(change));
  }

  /** @param {FilterPanelOptions & import('./choices.js').Shown} options again at every rerun; the last call wins */
  async update(options) {
    this.options = options;
    this.number = new Intl.NumberFormat(options.lang);
    try {
      await this.choices.hear(options);
      await this.choices.readFacets();
    } catch (error) {
      console.error('filters:', error);
      if (options === this.options && !this.fields)
        this.node.replaceChildren(element('p', {role: 'alert'}, this.words.noData));
      return;
    }
    if (options === this.options) this.show();
  }

  /** Build what the facets of this record need: once for each. */
  build() {
    const {words, facets} = this;
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
    this.find.onchange = () => this.report();
    this.find.addEventListener('search', () => this.report());
    this.noPreset = element('option', {value: '', disabled: true, hidden: true});
    this.preset = element(
      'select',
      {class: 'text', 'aria-label': words.dates},
      this.noPreset,
      ...this.options.presets.map(({id, label}) => element('option', {value: id}, label)),
    );
    this.preset.onchange = () => this.preset.value && this.onAsk('preset', this.preset.value);
    this.zones = ['place', 'utc'].map(zone => {
      const box = element('input', {type: 'radio', name: 'zone', value: zone});
      box.onchange = () => this.onAsk('zone', zone);
      return box;
    });
    const changed = () => this.report();
    this.fields = facets.fields.map(field => new Field(field, changed, words));
    this.voices = new Field(
      {parameter: 'voice', title: words.voices, words: facets.voices},
      changed,
      words,
    );
    this.reach = new ReachBar({onMove: () => {}, onCommit: changed}, words);
    this.all = element('button', {type: 'button', class: 'button all'}, words.showAll);
    this.all.onclick = () => this.onAsk('all', 'all');
    this.found = element('p', {class: 'found'}); // the time bar speaks it, when a gesture has ended
    const block = (title, ...content) =>
      element(
        'div',
        {class: 'block'},
        element('span', {class: 'block-name', 'aria-hidden': 'true'}, title),
        ...content,
      );
    this.dates = block(words.dates, this.preset);
    this.zoneChoice = element(
      'fieldset',
      {class: 'segments', title: words.zoneHelp},
      element('legend', {class: 'block-name'}, words.zones),
      ...this.zones.map((box, i) =>
        element('label', {}, box, element('span', {}, [words.zonePlace, words.zoneUtc][i])),
      ),
    );
    for (const {node} of [...this.fields, this.voices]) node.ontoggle = () => this.countNow();
    this.node.setAttribute('aria-label', words.filters);
    this.node.replaceChildren(
      block(words.find, this.find),
      this.dates,
      this.zoneChoice,
      element('div', {class: 'fields'}, ...this.fields.map(({node}) => node), this.voices.node),
      this.reach.node,
      this.found,
      this.all,
    );
    this.fields[0]?.node.setAttribute('open', '');
    this.built = facets;
  }

  /** Show the choices as they are now, those of the link or those just made here. */
  show() {
    const {options, words, choices} = this;
    this.facets = choices.facets;
    if (this.built !== this.facets) this.build();
    const params = new URLSearchParams(choices.filters);
    // What is being typed stays until it is sent.
    const typing =
      this.node.getRootNode().activeElement === this.find && this.find.value !== this.sought;
    if (!typing) this.find.value = this.sought = params.get('q') ?? '';
    this.dates.hidden = !options.presets.length || options.datesAreFixed;
    this.zoneChoice.hidden = options.datesAreFixed;
    this.noPreset.textContent = options.dated ? words.ownDates : words.allDates;
    this.preset.value = options.preset ?? '';
    for (const box of this.zones) box.checked = box.value === options.zone;
    for (const field of [...this.fields, this.voices]) {
      const chosen = params.getAll(field.parameter);
      field.choose(chosen);
      if (chosen.length && !this.shown) field.node.setAttribute('open', '');
      field.node.hidden = field !== this.voices && field.rows.length < 2 && !chosen.length;
    }
    const colours = new Map(options.groups.map(({id, colour}) => [id, colour]));
    this.facets.fields.forEach(({name}, place) =>
      this.fields[place].colour(name === options.field ? colours : null),
    );
    this.reach.node.hidden = !this.facets.farthest && !params.get('reach');
    this.reach.update(this.facets, params.get('reach'));
    this.all.disabled = !options.filtered && !choices.filters;
    this.shown = true;
    this.countNow();
  }

  follow(change) {
    if (change === 'events') this.show();
    else if (change === 'window')
      this.painting ??= requestAnimationFrame(() => {
        this.painting = undefined;
        this.countNow();
      });
  }

  /** Count what each choice would show, in the window as it is now. */
  countNow() {
    const {choices, facets, number} = this;
    if (!choices.events || facets !== choices.facets || !this.node.isConnected) return;
    const {fields, voices} = facets.count(choices.events, choices.window);
    this.fields.forEach((field, place) => field.node.open && field.count(fields[place], number));
    if (this.voices.node.open) this.voices.count(voices, number);
    this.reach.draw(choices.events, choices.window);
    const {shown, possible} = choices.events.count(choices.window);
    this.found.textContent =
      sentence(shown === 1 ? this.words.oneShown : this.words.allShown, {
        shown: number.format(shown),
      }) + (possible ? sentence(this.words.possibly, {possible: number.format(possible)}) : '');
  }

  /** The filters as they stand in the panel, in the grammar of the link. */
  get filters() {
    const params = new URLSearchParams();
    for (const field of [...this.fields, this.voices])
      for (const word of field.chosen) params.append(field.parameter, word);
    if (this.reach.text) params.set('reach', this.reach.text);
    if (this.find.value.trim()) params.set('q', this.find.value.trim());
    return params.toString();
  }

  report() {
    const before = this.choices.filters;
    this.sought = this.find.value;
    for (const field of [...this.fields, this.voices]) field.tell();
    this.choices.choose(this.filters);
    if (this.choices.filters !== before) this.onAsk('filters', this.choices.filters);
  }
}
