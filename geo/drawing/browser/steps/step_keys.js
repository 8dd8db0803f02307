// The keys that turn the steps of a briefing, where nothing else uses them.

// Where arrow keys already mean something: fields, sliders, the handles of the time bar, the map.
const OWNERS = [
  ...['input', 'textarea', 'select', 'canvas', '[contenteditable]'],
  ...['slider', 'application', 'listbox', 'combobox', 'radiogroup', 'tablist', 'menu'].map(
    role => `[role=${role}]`,
  ),
].join();

// Elements that the space bar activates, except the button that leaves the presenter's view.
const PRESSED = 'button:not(.step-present), a, summary, select, input, textarea';

/** @param {EventTarget} node */
const isButton = node => node instanceof Element && node.matches(PRESSED);

/**
 * How many steps a key turns.
 * @param {KeyboardEvent} event
 * @param {{step: number, count: number, isPresenting: boolean}} briefing step counts from 1
 * @returns {number | null} null if the key means nothing here
 */
export function stepsOfKey(event, {step, count, isPresenting}) {
  if (event.defaultPrevented) return null;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  // The remote controls of speakers send Page Up and Page Down.
  if (isPresenting && event.key === 'PageDown') return 1;
  if (isPresenting && event.key === 'PageUp') return -1;
  const path = event.composedPath();
  if (isPresenting && event.key === ' ') return path.some(isButton) ? null : 1;
  if (path.some(node => node instanceof Element && node.matches(OWNERS))) return null;
  switch (event.key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'Home':
      return 1 - step;
    case 'End':
      return count - step;
    default:
      return null;
  }
}
