// A deck that asks the browser for frames only while something changes. deck.gl itself asks 60
// times a second while its page is open, which uses a twelfth of a processor.
/** @import {Deck, DeckNamespace, DeckProps} from '../../types/deck.js' */

// More than one: a server or worker may answer between a frame and this check.
const CALM_FRAMES = 10;
// deck.gl handles these in its next frame: a hover, a move, another cursor.
const AWAKENING = ['pointerdown', 'pointermove', 'pointerup', 'pointerleave', 'wheel', 'keydown'];

/**
 * Make a deck on a canvas.
 * @param {DeckNamespace} deck
 * @param {DeckProps & {canvas: HTMLCanvasElement}} props
 * @returns {Deck}
 */
export function createPausingDeck(deck, props) {
  /** @type {Deck | null} */
  let made = null;
  let isAwake = false;
  let calmFrames = 0;
  const wake = () => {
    calmFrames = 0;
    // A deck that is stopped before it is ready never starts again.
    if (isAwake || !made?.isInitialized) return;
    isAwake = true;
    made.animationLoop?.start();
    requestAnimationFrame(watch);
  };
  /** Stop the deck once enough frames have changed nothing. */
  const watch = () => {
    calmFrames = made && isCalm(made) ? calmFrames + 1 : 0;
    isAwake = !!made?.animationLoop && calmFrames < CALM_FRAMES;
    if (isAwake) requestAnimationFrame(watch);
    else made?.animationLoop?.stop();
  };
  /**
   * Wrap a handler of the deck: wake first, since its call may change something.
   * @template {unknown[]} Values
   * @template Answer
   * @param {((...values: Values) => Answer) | undefined} handler
   * @returns {(...values: Values) => Answer | undefined}
   */
  const waking =
    handler =>
    (...values) => {
      wake();
      return handler?.(...values);
    };
  class PausingDeck extends deck.Deck {
    /** @override @param {DeckProps} changed */
    setProps(changed) {
      super.setProps(changed);
      wake();
    }
  }
  for (const name of AWAKENING) props.canvas.addEventListener(name, wake, {passive: true});
  made = new PausingDeck({
    ...props,
    onLoad: waking(props.onLoad),
    onResize: waking(props.onResize),
    onAfterRender: waking(props.onAfterRender),
    onViewStateChange: waking(props.onViewStateChange),
    onInteractionStateChange: waking(props.onInteractionStateChange),
  });
  return made;
}

/** Whether nothing is to be painted and no layer waits for its data. @param {Deck} deck */
function isCalm(deck) {
  return !deck.needsRedraw() && (deck.props.layers ?? []).every(layer => layer.isLoaded);
}
