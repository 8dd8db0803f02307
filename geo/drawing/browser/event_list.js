// The events of the range as a list of buttons: the keyboard's way to every event.
import {element, pictogram, sentence} from './dom.js';
import {glyph} from './glyph.js';
import {WORDS} from './words.js';

const CHUNK = 200;
const FOLLOW_MS = 150;                                       // after the last move of the window
const TURN = 'M6 3l4 4H7.2v9H4.8V7H2zM14 17l-4-4h2.8V4h2.4v9H18z';

/**
 * What Python asks for (ui/time_map.py).
 * @typedef {object} EventListOptions
 * @property {{id: string, label: string, colour: string | number[]}[]} groups
 * @property {string} field
 * @property {Record<string, string>} marks an SVG path for each word of `verification` (geo/drawing/marks.py)
 * @property {string | null} selected
 * @property {string} lang
 * @property {string} height a CSS length
 */

/** One event as a button; every word of it is text. */
function eventButton({row, possible}, marks, colour, words, onclick) {
  const lines = [
    element('span', {class: 'title', dir: 'auto'}, row.title),
    element('span', {class: 'facts'}, [row.when, row.place].filter(Boolean).join(' · ')),
    element('span', {class: 'facts'}, row.distance ?? ''),
    element('span', {class: 'unseen'}, row.status ?? ''),
  ];
  if (possible) lines.push(element('span', {class: 'possibly'}, words.possiblyInRange));
  const button = element('button', {type: 'button', class: 'event', 'data-id': row.id},
    glyph(marks[row.verification] ?? marks.unverified, colour), element('span', {class: 'lines'}, ...lines));
  button.onclick = onclick;
  return button;
}

export class EventList {
  /** @param {import('./choices.js').Choices} choices */
  constructor(choices) {
    this.choices = choices;
    this.words = WORDS;
    this.newestFirst = false;
    this.onPick = () => {};
    this.heading = element('span', {class: 'list-count', role: 'status'});
    this.order = element('button', {type: 'button', class: 'button order'});
    this.order.onclick = () => { this.newestFirst = !this.newestFirst; this.fill(); };
    this.list = element('ol', {class: 'events'});
    this.more = element('button', {type: 'button', class: 'button more'});
    this.more.onclick = () => this.showMore();
    this.scroller = element('div', {class: 'list-scroller'}, this.list, this.more);
    this.node = element('section', {class: 'event-list'}, element('div', {class: 'list-head'}, this.heading, this.order), this.scroller);
    this.inside = [];
    choices.listen(change => this.follow(change));
  }

  /** @param {EventListOptions} options again at every rerun */
  update(options) {
    const {selected, height, ...content} = options;
    this.options = options;
    this.node.setAttribute('aria-label', this.words.listName);
    this.node.style.setProperty('--list-height', height);
    const written = JSON.stringify(content);
    if (written !== this.content) {
      this.content = written;
      if (this.choices.events) this.fill();
    }
    if (selected !== this.marked) this.mark(selected);
  }

  /** The filters, or a while ago the window, have changed. */
  follow(change) {
    if (!this.options) return;
    clearTimeout(this.waiting);
    if (change === 'failed') this.heading.textContent = this.words.noData;
    else if (change === 'events') this.fill();
    else this.waiting = setTimeout(() => this.fill(), FOLLOW_MS);
  }

  /** Write the list anew, from its top. */
  fill() {
    const {groups, field} = this.options;
    const {events, window} = this.choices;
    const way = this.newestFirst ? -1 : 1;
    this.inside = [...events.inside(window)].sort((a, b) => way * (a.start - b.start));
    this.colours = new Map(groups.map(({id, colour}) => [id, colour]));
    this.field = field;
    const number = new Intl.NumberFormat(this.options.lang);
    const shown = this.inside.length;
    this.heading.textContent = shown ? sentence(shown === 1 ? this.words.listCountOne : this.words.listCount, {shown: number.format(shown)})
      : events.total ? this.words.empty : events.rows.length ? this.words.emptyHidden : this.words.emptyRecord;
    this.order.hidden = shown < 2;
    this.order.replaceChildren(this.newestFirst ? this.words.newestFirst : this.words.oldestFirst, pictogram(TURN));
    this.list.replaceChildren();
    this.scroller.scrollTop = 0;
    this.showMore(false);
    this.mark(this.options.selected);
  }

  showMore(focus = true) {
    const from = this.list.childElementCount;
    for (const event of this.inside.slice(from, from + CHUNK)) {
      const colour = this.colours.get(event.row[this.field]) ?? 'currentColor';
      this.list.append(element('li', {}, eventButton(event, this.options.marks, colour, this.words, () => this.onPick(event.row.id))));
    }
    const left = this.inside.length - this.list.childElementCount;
    this.more.hidden = left <= 0;
    this.more.textContent = sentence(this.words.showMore, {more: Math.min(CHUNK, left)});
    if (focus) this.list.children[from]?.firstElementChild.focus();
  }

  /** Mark the chosen event and bring it into view, without moving the page. */
  mark(selected) {
    this.marked = selected;
    this.list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const at = this.inside.findIndex(({row}) => row.id === selected);
    if (at < 0) return;
    while (at >= this.list.childElementCount) this.showMore(false);
    const button = this.list.children[at].firstElementChild;
    button.setAttribute('aria-current', 'true');
    const [seen, box] = [this.scroller.getBoundingClientRect(), button.getBoundingClientRect()];
    if (box.top < seen.top) this.scroller.scrollTop -= seen.top - box.top + 8;
    else if (box.bottom > seen.bottom) this.scroller.scrollTop += box.bottom - seen.bottom + 8;
  }
}
