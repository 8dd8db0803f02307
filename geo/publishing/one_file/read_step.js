// Which step of a briefing an address names, as the app reads it.

const MOST_OF_TEXT = 60;

/**
 * @param {string} text after "step" in an address; '' for none
 * @param {number} count of steps
 * @returns {{step: number, leftOut: string}} the first step where the text is none of the
 *   briefing, and what of the address could not be used
 */
export function readStep(text, count) {
  const number = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  if (number && number <= count) return {step: number, leftOut: ''};
  const named = text.slice(0, MOST_OF_TEXT);
  return {step: 1, leftOut: text && `step: found '${named}', wanted 1 to ${count}`};
}
