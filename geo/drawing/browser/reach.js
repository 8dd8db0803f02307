// How far from the border, as a link writes it.

/**
 * Kilometres from the border of "100..450", "..450" or "100..".
 * @param {string | null | undefined} text
 * @returns {[number, number]} infinite where an end is open
 */
export function readReach(text) {
  const [low, high] = (text || '..').split('..');
  return [low === '' ? -Infinity : Number(low), high === '' ? Infinity : Number(high)];
}
