import assert from 'node:assert/strict';
import {test} from 'node:test';
import {provideJson, provideLoader} from '../../../geo/drawing/browser/page/fetch_json.js';
import {CopyButton} from '../../../geo/drawing/browser/sharing/copy_button.js';

/** A page without a clipboard of its own, which allows the old way of copying or does not. */
const page = {allowsCopy: true};

function createNode() {
  return {textContent: '', setAttribute() {}, append() {}, select() {}, remove() {}};
}

Object.assign(globalThis, {
  document: {
    baseURI: 'https://maps.example/',
    createElement: createNode,
    createElementNS: createNode,
    body: createNode(),
    addEventListener() {},
    removeEventListener() {},
    execCommand: () => page.allowsCopy,
  },
});

/** What the button says after a click. @param {string} content its address */
async function click(content) {
  const button = new CopyButton();
  button.update({content});
  const said = new Promise(resolve => {
    Object.defineProperty(button.spoken, 'textContent', {
      set(words) {
        if (words) resolve(words);
      },
    });
  });
  button.button.onclick?.call(button.button, /** @type {PointerEvent} */ ({}));
  return said;
}

test('a text is copied where the browser allows it', async () => {
  provideJson('text.json', {text: 'words', html: '<p>words</p>'});
  assert.equal(await click('text.json'), 'Copied');
});

test('a browser that does not allow it is named', async () => {
  provideJson('text.json', {text: 'words', html: '<p>words</p>'});
  page.allowsCopy = false;
  assert.equal(await click('text.json'), 'This browser did not allow it');
  page.allowsCopy = true;
});

test('a text that does not load is not blamed on the browser', async () => {
  provideLoader('gone.json', () => Promise.reject(new Error('404')));
  assert.equal(await click('gone.json'), 'The text did not load');
});
