// The dates of the filter panel: ranges that the story offers, and the clock of the days.
import {element, titledBlock} from './dom.js';
/** @import {FilterPanelOptions, Preset, Zone} from './types.js' */
/** @import {Words} from './words.js' */

export class DateControls {
  /**
   * @param {{onPreset: (id: string) => void, onZone: (zone: Zone) => void}} handlers
   * @param {Words} words
   */
  constructor({onPreset, onZone}, words) {
    this.words = words;
    this.noPreset = element('option', {value: '', disabled: true, hidden: true});
    this.preset = element('select', {class: 'text', 'aria-label': words.dates});
    this.preset.onchange = () => this.preset.value && onPreset(this.preset.value);
    this.presetBlock = titledBlock(words.dates, this.preset);
    /** @param {Zone} zone */
    const zoneBox = zone => {
      const box = element('input', {type: 'radio', name: 'zone', value: zone});
      box.onchange = () => onZone(zone);
      return box;
    };
    this.zones = [zoneBox('place'), zoneBox('utc')];
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
    this.preset.replaceChildren(this.noPreset, ...options);
  }

  /** @param {FilterPanelOptions} options */
  show({presets, preset, dated, datesAreFixed, zone}) {
    this.presetBlock.hidden = !presets.length || !!datesAreFixed;
    this.zoneChoice.hidden = !!datesAreFixed;
    this.noPreset.textContent = dated ? this.words.ownDates : this.words.allDates;
    this.preset.value = preset ?? '';
    for (const box of this.zones) box.checked = box.value === zone;
  }
}
