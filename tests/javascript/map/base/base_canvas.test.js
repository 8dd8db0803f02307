import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BaseCanvas} from '../../../../geo/drawing/browser/map/base/base_canvas.js';

/** @type {(() => void)[]} */
const frames = [];
const canvas = Object.assign(new EventTarget(), {setAttribute() {}, append() {}});
Object.assign(globalThis, {
  document: {createElement: () => canvas},
  requestAnimationFrame: (/** @type {() => void} */ callback) => frames.push(callback),
});

/** A deck as far as its layers and its size are concerned. */
class FakeDeck {
  isInitialized = false;
  /** @param {any} props */
  constructor(props) {
    this.props = props;
  }

  /** @param {any} props */
  setProps(props) {
    this.props = {...this.props, ...props};
  }

  getViewports() {
    return [];
  }

  needsRedraw() {
    return false;
  }
}

const nextTask = () => new Promise(resolve => setTimeout(resolve));

test('nothing is painted before the canvas is measured, and painted again', async () => {
  const box = {
    classList: {toggle() {}},
    append() {},
    getBoundingClientRect: () => ({width: 100, height: 100}),
  };
  const view = {longitude: 0, latitude: 0, zoom: 4};
  const base = new BaseCanvas(
    /** @type {any} */ ({Deck: FakeDeck}),
    /** @type {any} */ (box),
    {viewState: view, onError() {}, useDevicePixels: 1},
    null,
  );
  const deck = /** @type {any} */ (base.deck);
  base.setLayers(/** @type {any} */ ([{id: 'base-land', props: {}, isLoaded: true}]));
  await nextTask();
  assert.deepEqual(deck.props.layers, []);

  deck.props.onResize();
  await nextTask();
  assert.deepEqual(deck.props.layers, [], 'the library paints in the next frame');
  for (const callback of frames.splice(0)) callback();
  await nextTask();
  await nextTask();
  assert.deepEqual(
    deck.props.layers.map((/** @type {any} */ {id}) => id),
    ['base-land'],
  );
});
