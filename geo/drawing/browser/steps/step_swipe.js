// Swiping sideways over a briefing moves between its steps.

const FAR_PX = 48;
const STEEP = 0.6; // a swipe rises at most this much for each pixel sideways: else it scrolls
const LONGEST_MS = 900;
// Where a finger that moves sideways already means something.
const SWIPED_OTHERWISE = '.time-map, input, select, textarea, table, [role=slider], [role=dialog]';

/** @typedef {{x: number, y: number, ms: number}} Touched where and when, px of the window */

/**
 * How many steps a finger turns.
 * @param {Touched} from
 * @param {Touched} to
 * @returns {-1 | 0 | 1} 1 for the next step, to which the finger draws the page leftwards
 */
export function stepsOfSwipe(from, to) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const isSwipe = Math.abs(across) >= FAR_PX && Math.abs(down) <= STEEP * Math.abs(across);
  if (!isSwipe || to.ms - from.ms > LONGEST_MS) return 0;
  return across < 0 ? 1 : -1;
}

/**
 * Follow the fingers on the page.
 * @param {(steps: number) => void} onTurn
 */
export function followSwipes(onTurn) {
  /** @type {Touched | null} */
  let from = null;
  /** @param {TouchEvent} event @param {Touch} touch @returns {Touched} */
  const read = ({timeStamp}, {clientX, clientY}) => ({x: clientX, y: clientY, ms: timeStamp});
  const passive = {passive: true};
  document.addEventListener(
    'touchstart',
    event => {
      const path = event.composedPath();
      const isOwned = path.some(node => node instanceof Element && node.matches(SWIPED_OTHERWISE));
      // A second finger zooms; so does a page that is zoomed move.
      const isAlone = event.touches.length === 1 && (visualViewport?.scale ?? 1) < 1.05;
      from = isAlone && !isOwned ? read(event, event.touches[0]) : null;
    },
    passive,
  );
  document.addEventListener(
    'touchend',
    event => {
      const steps = from ? stepsOfSwipe(from, read(event, event.changedTouches[0])) : 0;
      from = null;
      if (steps && !getSelection()?.toString()) onTurn(steps);
    },
    passive,
  );
  document.addEventListener('touchcancel', () => (from = null), passive);
}
