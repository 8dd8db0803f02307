// The search in a page without a server: finds what geo/link/search/text_search.py finds.

import {fillTemplate} from '../../drawing/browser/page/words.js';
import {CloseWords, compareText, splitWords, startsWord} from './close_words.js';
/** @import {SearchNote} from '../../drawing/browser/types/options.js' */

/** A typed word, and those that come close to it. @typedef {[string, string[]]} Respelling */

/**
 * @typedef {object} Finding
 * @property {Uint8Array | null} mask 1 where all words are found; null if none is looked for
 * @property {SearchNote} note
 */

// As geo/link/search/search_note.py says them.
const SEARCH_WORDS = {
  readAs: 'No event has “{typed}”; showing {close}.',
  missing: 'No event has “{typed}” or a word like it.',
  notTogether: 'No event has all these words together.',
  more: '{count} more',
  or: ' or ',
};
const MOST_NAMED = 4;
const MOST_SUGGESTED = 2;

// Letters that Unicode does not take apart, as in geo/link/search/plain_letters.py.
const PLAIN_LETTERS = new Map(
  (
    'ɵo ıi ȷj æae œoe ðd þth ŋn əe øo đd ħh łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ' +
    'ƶz ǥg ȡd ȥz ȴl ȵn ȶt ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɓb ɕc ɖd ɗd ɠg ɦh ɨi ɫl ɬl ɭl ɱm ' +
    'ɲn ɳn ɼr ɽr ɾr ʂs ʈt ʋv ʐz ʑz ʝj ʠq ҋй ҏр ґг ғг ҕг җж ҙз қк ҝк ҟк ңн ҧп ҫс ҭт ' +
    'ҳх ҷч ҹч ӄк ӆл ӈн ӊн ӎм ӷг ӻг ӽх ӿх ԓл ԡл ԣн ԥп ԩн ԯл ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr ' +
    'ᵴs ᵵt ᵶz ᵽp ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ᶏa ᶑd ᶒe ᶖi ᶙu ỿy ⱡl ⱥa ' +
    'ⱦt ⱨh ⱪk ⱬz ⱱv ⱳw ⱴv ⱸe ⱺo ꙑы ꚋт ꝁk ꝃk ꝅk ꝉl ꝋo ꝍo ꝑp ꝓp ꝕp ꝗq ꝙq ꝟv ꞎl ꞑn ꞓc ' +
    'ꞔc ꞕh ꞗb ꞙf ꞡg ꞣk ꞥn ꞧr ꞩs ꞹu ꟈd ꟊs ꬴe ꬷl ꬸl ꬹl ꬺm ꬻn ꭉr ꭎu ꭒu ꭖx ꭗx ꭘx ꭙx ꭚy ' +
    '𝼉t 𝼑l 𝼓l 𝼖r 𝼚i 𝼛o 𝼝c 𝼞s '
  )
    .trim()
    .split(' ')
    .map(pair => {
      const [letter, ...plain] = pair;
      return [letter, plain.join('')];
    }),
);

/**
 * Text as it is searched: without case, accents, strokes and invisible characters.
 * @param {string} text
 */
export const foldText = text =>
  text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, '')
    .replace(/\P{ASCII}/gu, letter => PLAIN_LETTERS.get(letter) ?? letter);

/** The texts of a record, and what was found in them. */
export class TextSearch {
  /** @type {CloseWords | null} */
  #close = null;

  /**
   * @param {string[]} texts as they are written
   * @param {Record<string, string>} letters see CloseWords
   */
  constructor(texts, letters) {
    this.texts = texts;
    this.letters = letters;
    this.folded = texts.map(foldText);
  }

  /**
   * Where every word of a text is found, as typed or as the closest words that there are.
   * @param {string} text
   * @returns {Finding}
   */
  find(text) {
    const words = listTyped(text);
    const mask = new Uint8Array(this.texts.length).fill(1);
    /** @type {Respelling[]} */
    const readAs = [];
    /** @type {Respelling[]} */
    const suggested = [];
    /** @type {string[]} */
    const missing = [];
    for (const [typed, word] of words) {
      const holds = this.#matchTexts([word]);
      const isFound = holds.includes(true);
      const isStart = isFound && this.folded.some(one => startsWord(one, word));
      const close = isStart ? [] : this.#findClose(word);
      if (isFound && close.length) suggested.push([typed, close]);
      if (!isFound && close.length) readAs.push([typed, close]);
      if (!isFound && !close.length) missing.push(typed);
      const kept = isFound ? holds : this.#matchTexts(close);
      kept.forEach((holdsIt, i) => holdsIt || (mask[i] = 0));
    }
    const note = this.#explain(text, {readAs, missing, suggested, isEmpty: !mask.includes(1)});
    return {mask: words.length ? mask : null, note};
  }

  /** @param {string[]} words of which each text holds one or not */
  #matchTexts(words) {
    return this.folded.map(text => words.some(word => text.includes(word)));
  }

  /** @param {string} word */
  #findClose(word) {
    this.#close ??= new CloseWords(splitWords(this.folded), this.letters);
    return this.#close.find(word);
  }

  /** A folded word as the first text that has it writes it. @param {string} word */
  #spell(word) {
    for (const [i, text] of this.texts.entries()) {
      if (!this.folded[i].includes(word)) continue;
      const written = [...splitWords([text])].filter(one => foldText(one) === word);
      if (written.length) return written.sort(compareText)[0];
    }
    return word;
  }

  /**
   * The words of geo/link/search/search_note.py.
   * @param {string} text
   * @param {{readAs: Respelling[], missing: string[], suggested: Respelling[],
   *   isEmpty: boolean}} found
   * @returns {SearchNote}
   */
  #explain(text, {readAs, missing, suggested, isEmpty}) {
    const sentences = [
      ...readAs.map(([typed, close]) =>
        fillTemplate(SEARCH_WORDS.readAs, {typed, close: this.#name(close)}),
      ),
      ...missing.map(typed => fillTemplate(SEARCH_WORDS.missing, {typed})),
      ...(isEmpty && !missing.length ? [SEARCH_WORDS.notTogether] : []),
    ];
    return {
      text,
      words: sentences.join(' '),
      suggested: suggested.flatMap(([typed, close]) =>
        close.slice(0, MOST_SUGGESTED).map(word => text.replace(typed, () => this.#spell(word))),
      ),
      is_empty: isEmpty,
    };
  }

  /** @param {string[]} close */
  #name(close) {
    const named = close.slice(0, MOST_NAMED).map(word => `“${this.#spell(word)}”`);
    const count = close.length - named.length;
    if (count > 0) named.push(fillTemplate(SEARCH_WORDS.more, {count}));
    const first = named.slice(0, -1).join(', ');
    return [first, named.at(-1)].filter(Boolean).join(SEARCH_WORDS.or);
  }
}

/**
 * The words of a text, each as it is typed and folded.
 * @param {string} text
 * @returns {[string, string][]}
 */
function listTyped(text) {
  const typed = text.split(/\s+/).filter(Boolean);
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const isSame = typed.length === words.length && typed.every((it, i) => foldText(it) === words[i]);
  return words.map((word, i) => [isSame ? typed[i] : word, word]);
}
