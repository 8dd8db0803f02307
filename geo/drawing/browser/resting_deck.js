// A deck that asks the browser for frames only while something changes: by itself it asks 60 times
// a second for as long as its page is open, which takes a twelfth of a processor.
/** @import {Deck, DeckNamespace, DeckProps} from './deck.js' */

const REST_AFTER_MS = 500; // longer than a slow frame of a flight
// What deck.gl answers in its next frame: by a hover, a move, another cursor.
const AWAKENING = ['pointerdown', 'pointermove', 'pointerup', 'pointerleave', 'wheel', 'keydown'];

/**
 * Make a deck on a canvas.
 * @param {DeckNamespace} deck
 * @param {DeckProps & {canvas: HTMLCanvasElement}} props
 * @returns {Deck}
 */
export function createRestingDeck(deck, props) {
  /** @type {Deck | null} */
  let made = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const rest = () => {
    if (made?.props.layers?.every(layer => layer.isLoaded)) made.animationLoop?.stop();
    else wake();
  };
  const wake = () => {
    clearTimeout(timer);
    // To stop a deck that is not ready, or is finalized, is to stop it for good.
    if (!made?.isInitialized || !made.animationLoop) return;
    made.animationLoop.start();
    timer = setTimeout(rest, REST_AFTER_MS);
  };
  /** Call a handler of the deck's, and wake for what follows from it. */
  const waking =
    (/** @type {((...values: any[]) => unknown) | undefined} */ handler) =>
    (/** @type {any[]} */ ...values) => {
      wake();
      return handler?.(...values);
    };
  class RestingDeck extends deck.Deck {
    /** @override @param {DeckProps} changed */
    setProps(changed) {
      super.setProps(changed);
      wake();
    }
  }
  for (const name of AWAKENING) props.canvas.addEventListener(name, wake, {passive: true});
  made = new RestingDeck({
    ...props,
    onLoad: waking(props.onLoad),
    onResize: waking(props.onResize),
    onAfterRender: waking(props.onAfterRender),
    onViewStateChange: waking(props.onViewStateChange),
    onInteractionStateChange: waking(props.onInteractionStateChange),
  });
  return made;
}
