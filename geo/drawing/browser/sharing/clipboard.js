// Puts text on the clipboard, also where a page without https has no clipboard of its own.
import {element} from '../page/dom.js';

/** @typedef {{text: string, html: string}} RichText one content, plain and with links */

/**
 * Copy a text.
 * @param {string} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text) {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not allowed here: the old way may be.
  }
  return copyByCommand({text, html: ''});
}

/**
 * Copy a content as plain text and as HTML: where it is pasted decides which is taken.
 * @param {Promise<RichText>} content a browser may want the promise while the click is young
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyRich(content) {
  try {
    if (navigator.clipboard?.write && globalThis.ClipboardItem) {
      /** @type {(kind: keyof RichText, type: string) => Promise<Blob>} */
      const part = async (kind, type) => new Blob([(await content)[kind]], {type});
      const [plain, html] = ['text/plain', 'text/html'];
      const item = new ClipboardItem({[plain]: part('text', plain), [html]: part('html', html)});
      await navigator.clipboard.write([item]);
      return true;
    }
  } catch {
    // Not allowed here: the old way may be.
  }
  return copyByCommand(await content);
}

/** @param {RichText} content */
function copyByCommand({text, html}) {
  const box = element('textarea', {class: 'unseen', readonly: true, 'aria-hidden': 'true'}, text);
  /** @param {ClipboardEvent} event */
  const fill = event => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', fill);
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  document.removeEventListener('copy', fill);
  return isCopied;
}
