// One button that copies the link of a view at once; what else can be shared follows from Python.
// On paper the link is printed in its place.
import {element, icon} from '../page/dom.js';
import {fillTemplate} from '../page/words.js';
import {copyText} from './clipboard.js';
/** @import {ShareOptions} from '../types/options.js' */

const SHARE_WORDS = {
  share: 'Share',
  copied: 'Link copied',
  send: 'Send to another app…',
  paper: 'Printed on {date}, {time} · Data version {version} · This view:',
};
const SHARE_ICON =
  'M9 3.8 6.6 6.2 5.2 4.8 10 0l4.8 4.8-1.4 1.4L11 3.8V13H9zM4 9h3v2H6v7h8v-7h-1V9h3v11H4z';

export class ShareButton {
  /** @type {(isCopied: boolean) => void} */
  onShare = () => {};
  /** @type {ShareOptions | null} */
  options = null;

  constructor() {
    this.button = element(
      'button',
      {type: 'button', class: 'button share-button'},
      icon(SHARE_ICON),
      SHARE_WORDS.share,
    );
    this.button.onclick = () => this.#share();
    this.send = element('button', {type: 'button', class: 'button', hidden: true});
    this.send.textContent = SHARE_WORDS.send;
    this.send.onclick = () => this.#send();
    this.spoken = element('p', {class: 'unseen', role: 'status'});
    this.paper = element('p', {class: 'paper-note'});
    this.node = element('div', {class: 'share'}, this.button, this.send, this.spoken, this.paper);
    addEventListener('beforeprint', () => this.#writePaper());
  }

  /** Called at every rerun. @param {ShareOptions} options */
  update(options) {
    this.options = options;
    this.button.hidden = options.sends;
    this.send.hidden = !options.sends || !('share' in navigator);
  }

  /** Say on paper where and when it comes from. */
  #writePaper() {
    if (!this.options || this.options.sends) return;
    const {address} = this.options;
    const now = new Date();
    /** @type {(format: Intl.DateTimeFormatOptions) => string} */
    const write = format => now.toLocaleString('en-GB', format);
    const words = fillTemplate(SHARE_WORDS.paper, {
      date: write({day: 'numeric', month: 'long', year: 'numeric'}),
      time: write({hour: '2-digit', minute: '2-digit', timeZoneName: 'short'}),
      version: new URL(address, document.baseURI).searchParams.get('data') ?? '',
    });
    this.paper.replaceChildren(words, element('br'), element('bdi', {}, address));
  }

  async #share() {
    if (!this.options) return;
    const isCopied = await copyText(this.options.address);
    this.spoken.textContent = isCopied ? SHARE_WORDS.copied : '';
    this.onShare(isCopied);
  }

  /** The phone's own list of apps; a reader may close it. */
  async #send() {
    const {address = '', title = ''} = this.options ?? {};
    await navigator.share({url: address, title}).catch(() => {});
  }
}
