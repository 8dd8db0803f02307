import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {createPausingDeck} from '../../../../geo/drawing/browser/map/canvas/pausing_deck.js';

/** @type {(() => void)[]} */
let asked = [];
globalThis.requestAnimationFrame = callback => asked.push(/** @type {any} */ (callback));

/** Let the browser paint frames. @param {number} count */
function paintFrames(count) {
  for (let i = 0; i < count; i++) for (const callback of asked.splice(0)) callback();
}

/** A deck as far as its pauses are concerned; its loop is ready when the test says so. */
class FakeDeck {
  isInitialized = false;
  /** @type {string | false} */
  reason = false;
  /** @type {{isRunning: boolean, start(): void, stop(): void} | null} */
  animationLoop = {
    isRunning: true,
    start() {
      this.isRunning = true;
    },
    stop() {
      this.isRunning = false;
    },
  };

  /** @param {any} props */
  constructor(props) {
    this.props = props;
    this.setProps(props);
  }

  needsRedraw() {
    return this.reason;
  }

  /** @param {any} props */
  setProps(props) {
    this.props = {...this.props, ...props};
  }
}

/** @param {object} props */
function makeDeck(props = {}) {
  const canvas = new EventTarget();
  /** @type {any} */
  const deck = createPausingDeck(
    /** @type {any} */ ({Deck: FakeDeck}),
    /** @type {any} */ ({canvas, layers: [], ...props}),
  );
  return {canvas, deck};
}

/** @param {any} deck */
function getReady(deck) {
  deck.isInitialized = true;
  deck.props.onLoad();
}

beforeEach(() => {
  asked = [];
});

test('it pauses a while after it is ready, never before', () => {
  const {deck} = makeDeck();
  paintFrames(1000);
  assert.ok(deck.animationLoop.isRunning);
  getReady(deck);
  assert.ok(deck.animationLoop.isRunning);
  paintFrames(10);
  assert.ok(!deck.animationLoop.isRunning);
});

test('a paint, a change, a hand, another size wake it', () => {
  const {canvas, deck} = makeDeck();
  getReady(deck);
  const causes = [
    () => deck.setProps({viewState: {}}),
    () => deck.props.onAfterRender(),
    () => deck.props.onResize(),
    () => deck.props.onViewStateChange({}),
    () => deck.props.onInteractionStateChange({}),
    () => canvas.dispatchEvent(new Event('pointermove')),
    () => canvas.dispatchEvent(new Event('wheel')),
    () => canvas.dispatchEvent(new Event('keydown')),
  ];
  for (const cause of causes) {
    paintFrames(10);
    assert.ok(!deck.animationLoop.isRunning);
    cause();
    assert.ok(deck.animationLoop.isRunning);
  }
});

test('it goes on while a layer waits for its data', () => {
  const layer = {isLoaded: false};
  const {deck} = makeDeck({layers: [layer]});
  getReady(deck);
  paintFrames(1000);
  assert.ok(deck.animationLoop.isRunning);
  layer.isLoaded = true;
  paintFrames(10);
  assert.ok(!deck.animationLoop.isRunning);
});

test('it goes on while something is to be painted, as on a flight', () => {
  const {deck} = makeDeck();
  getReady(deck);
  paintFrames(9);
  deck.reason = 'view changed';
  paintFrames(1000);
  assert.ok(deck.animationLoop.isRunning);
  deck.reason = false;
  paintFrames(10);
  assert.ok(!deck.animationLoop.isRunning);
});

test('however late a frame comes, it does not pause before it', () => {
  const {deck} = makeDeck();
  getReady(deck);
  deck.setProps({viewState: {}});
  assert.ok(deck.animationLoop.isRunning);
  paintFrames(9);
  assert.ok(deck.animationLoop.isRunning);
});

test('the handlers it was given are called, and answer', () => {
  const {deck} = makeDeck({onViewStateChange: (/** @type {any} */ {zoom}) => zoom + 1});
  assert.equal(deck.props.onViewStateChange({zoom: 4}), 5);
});

test('a finalized deck is left alone', () => {
  const {canvas, deck} = makeDeck();
  getReady(deck);
  deck.animationLoop = null;
  canvas.dispatchEvent(new Event('wheel'));
  paintFrames(1000);
  assert.deepEqual(asked, []);
});
