// What lies at one place of the map, to choose from: by mouse, touch and keyboard.
import {eventButton} from '../list/event_button.js';
import {element} from '../page/dom.js';
import {fillTemplate, WORDS} from '../page/words.js';
import {placeBeside} from './tooltip.js';
/** @import {MapStyle} from '../types/events.js' */
/** @import {EventHere} from './events/events_at.js' */

export class HereMenu {
  /** @type {Pick<MapStyle, 'groups' | 'field' | 'marks'>} */
  style = {groups: [], field: '', marks: {}};

  /** @param {(id: string) => void} onPick */
  constructor(onPick) {
    this.onPick = onPick;
    this.name = element('p', {class: 'here-name'});
    this.list = element('ol', {class: 'events'});
    this.node = element(
      'div',
      {class: 'here', role: 'dialog', hidden: true, tabindex: -1},
      this.name,
      this.list,
    );
    this.node.onkeydown = event => {
      event.stopPropagation(); // arrow keys would move the map
      if (event.key === 'Escape') this.hide();
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (step) this.#move(step, event);
    };
  }

  /**
   * @param {EventHere[]} here
   * @param {number} x px in the map
   * @param {number} y px in the map
   */
  open(here, x, y) {
    const {groups, field, marks} = this.style;
    const colours = new Map(groups.map(({id, colour}) => [id, colour]));
    const name = fillTemplate(WORDS.eventsHere, {shown: here.length});
    this.name.textContent = name;
    this.node.setAttribute('aria-label', name);
    this.list.replaceChildren(
      ...here.map(event => {
        const mark = marks[event.row.verification] ?? marks.unverified;
        const colour = colours.get(String(event.row[field])) ?? 'currentColor';
        const choose = () => {
          this.hide();
          this.onPick(event.row.id);
        };
        return element('li', {}, eventButton(event, mark, colour, WORDS, choose));
      }),
    );
    this.#show(true);
    const map = this.node.parentElement;
    if (map) {
      const left = placeBeside(x, this.node.offsetWidth, map.clientWidth);
      const top = placeBeside(y, this.node.offsetHeight, map.clientHeight);
      this.node.style.transform = `translate(${left}px, ${top}px)`;
    }
    this.list.querySelector('button')?.focus({preventScroll: true});
  }

  hide() {
    this.#show(false);
  }

  /** What lies over the map is hidden, as the page's style says. @param {boolean} isOpen */
  #show(isOpen) {
    this.node.hidden = !isOpen;
    const root = this.node.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : this.node.closest('.time-map');
    host?.toggleAttribute('data-lists-here', isOpen);
  }

  /**
   * @param {number} step
   * @param {KeyboardEvent} event
   */
  #move(step, event) {
    event.preventDefault();
    const buttons = [...this.list.querySelectorAll('button')];
    const at = buttons.findIndex(button => button === event.target);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}
