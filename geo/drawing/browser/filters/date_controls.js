// The dates of the filter panel: ranges that the story offers, and the clock of the days.
import {element, titledBlock} from '../page/dom.js';
/** @import {Words} from '../page/words.js' */
/** @import {Preset, Zone} from '../types/events.js' */
/** @import {FilterPanelOptions} from '../types/options.js' */

// No id of a preset has such a character.
const ALL_DATES = '*';

export class DateControls {
  /**
   * @param {{onPreset: (id: string) => void, onZone: (zone: Zone) => void}} handlers
   * @param {Words} words
   */
  constructor({onPreset, onZone}, words) {
    this.words = words;
    this.ownDates = element('option', {value: '', disabled: true, hidden: true}, words.ownDates);
    this.preset = element('select', {class: 'text', 'aria-label': words.dates});
    this.preset.onchange = () => this.preset.value && onPreset(this.preset.value);
    this.presetBlock = titledBlock(words.dates, this.preset);
    /** @param {Zone} zone */
    const buildRadio = zone => {
      const radio = element('input', {type: 'radio', name: 'zone', value: zone});
      radio.onchange = () => onZone(zone);
      return radio;
    };
    this.zones = [buildRadio('place'), buildRadio('utc')];
    this.zoneChoice = element(
      'fieldset',
      {class: 'segments', title: words.zoneHelp},
      element('legend', {class: 'block-name'}, words.zones),
      element('label', {}, this.zones[0], element('span', {}, words.zonePlace)),
      element('label', {}, this.zones[1], element('span', {}, words.zoneUtc)),
    );
  }

  /** @param {Preset[]} presets */
  setPresets(presets) {
    const options = presets.map(({id, label}) => element('option', {value: id}, label));
    const all = element('option', {value: ALL_DATES}, this.words.allDates);
    this.preset.replaceChildren(this.ownDates, all, ...options);
  }

  /** @param {FilterPanelOptions} options */
  show({presets, preset, dated, datesAreFixed, zone}) {
    this.presetBlock.hidden = !presets.length || !!datesAreFixed;
    this.zoneChoice.hidden = !!datesAreFixed;
    this.preset.value = preset ?? (dated ? '' : ALL_DATES);
    for (const radio of this.zones) radio.checked = radio.value === zone;
  }
}
