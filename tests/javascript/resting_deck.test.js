import assert from 'node:assert/strict';
import {beforeEach, mock, test} from 'node:test';
import {createRestingDeck} from '../../geo/drawing/browser/resting_deck.js';

/** A deck as far as its rest is concerned; its loop is ready when the test says so. */
class FakeDeck {
  isInitialized = false;
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

  /** @param {any} props */
  setProps(props) {
    this.props = {...this.props, ...props};
  }
}

/** @param {object} props */
function makeDeck(props = {}) {
  const canvas = new EventTarget();
  /** @type {any} */
  const deck = createRestingDeck(
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
  mock.timers.reset();
  mock.timers.enable({apis: ['setTimeout']});
});

test('it rests a while after it is ready, never before', () => {
  const {deck} = makeDeck();
  mock.timers.tick(60_000);
  assert.ok(deck.animationLoop.isRunning);
  getReady(deck);
  assert.ok(deck.animationLoop.isRunning);
  mock.timers.tick(500);
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
    mock.timers.tick(500);
    assert.ok(!deck.animationLoop.isRunning);
    cause();
    assert.ok(deck.animationLoop.isRunning);
  }
});

test('it goes on while a layer waits for its data', () => {
  const layer = {isLoaded: false};
  const {deck} = makeDeck({layers: [layer]});
  getReady(deck);
  mock.timers.tick(5_000);
  assert.ok(deck.animationLoop.isRunning);
  layer.isLoaded = true;
  mock.timers.tick(500);
  assert.ok(!deck.animationLoop.isRunning);
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
  mock.timers.tick(5_000);
});
