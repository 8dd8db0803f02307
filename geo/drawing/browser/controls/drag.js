// One drag of a pointer over an element, from the press to the release.

const START_PX = 4; // less is a click, or the start of a scroll

/**
 * @typedef {object} DragHandlers
 * @property {() => void} onStart when the pointer has moved far enough to mean it
 * @property {(event: PointerEvent) => void} onMove
 * @property {(moved: boolean) => void} onRelease
 * @property {(moved: boolean) => void} onCancel the page scrolls: nothing was meant here
 */

/**
 * Follow a pointer that was just pressed, until it is released.
 * @param {HTMLElement} node
 * @param {PointerEvent} press
 * @param {DragHandlers} handlers
 */
export function followDrag(node, press, {onStart, onMove, onRelease, onCancel}) {
  let moved = false;
  /** @param {PointerEvent} event */
  const move = event => {
    if (event.pointerId !== press.pointerId) return;
    if (!moved && Math.abs(event.clientX - press.clientX) < START_PX) return;
    if (!moved) onStart();
    moved = true;
    onMove(event);
  };
  /** @param {PointerEvent} event */
  const finish = event => {
    if (event.pointerId !== press.pointerId) return;
    node.onpointermove = node.onpointerup = node.onpointercancel = null;
    node.classList.remove('dragging');
    if (event.type === 'pointercancel') onCancel(moved);
    else onRelease(moved);
  };
  node.setPointerCapture(press.pointerId);
  node.classList.add('dragging');
  node.onpointermove = move;
  node.onpointerup = node.onpointercancel = finish;
}
