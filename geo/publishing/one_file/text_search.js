// The search in a page without a server: finds what geo/link/text_search.py finds.

/**
 * Text as it is searched: without case, accents and invisible characters.
 * @param {string} text
 */
export const foldText = text =>
  text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, '');

/**
 * Which texts hold all words that are looked for.
 * @param {string[]} texts folded
 * @param {string} wanted
 * @returns {Uint8Array | null} 1 where all words are found; null where no word is looked for
 */
export function findWords(texts, wanted) {
  const words = foldText(wanted).split(' ').filter(Boolean);
  if (!words.length) return null;
  return Uint8Array.from(texts, text => Number(words.every(word => text.includes(word))));
}
