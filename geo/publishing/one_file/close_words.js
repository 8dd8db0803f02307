// Words spelled almost like one that no event has, as geo/link/search/close_words.py finds them.

const SHORTEST_TYPED = 3;
const SHORTEST_FOUND = 4;
const LONG = 8;
const TWO_SLIPS = 2;
const FAR = 99;
const PUNCTUATION = /[!-/:-@[-`{-~]+/g;
const NO_LETTERS = /[^\p{L}\p{N}\p{M}]+/u;
const AROUND = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** @param {string} text */
const countLetters = text => [...text].length;

/** Compare by code points, as Python sorts. @param {string} a @param {string} b */
export function compareText(a, b) {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((letter, i) => letter !== other[i]);
  if (at < 0) return one.length - other.length;
  return (one[at].codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? -1);
}

/** @param {string} word without punctuation before and after it */
const trim = word => word.replace(AROUND, '');

/**
 * Split texts into words at blanks, and these into parts at hyphens.
 * @param {string[]} texts
 * @returns {Set<string>}
 */
export function splitWords(texts) {
  const words = new Set();
  for (const block of new Set(texts.flatMap(text => text.split(/\s+/)))) {
    const parts = block.split(NO_LETTERS).filter(Boolean);
    for (const part of parts) words.add(part);
    if (parts.length > 1) words.add(trim(block));
  }
  return words;
}

/** Whether a word of a text starts with another text. @param {string} text @param {string} word */
export function startsWord(text, word) {
  let at = text.indexOf(word);
  while (at > 0 && !NO_LETTERS.test([...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '')) {
    at = text.indexOf(word, at + 1);
  }
  return at >= 0;
}

/**
 * Count the letters that are wrong, missing, extra or swapped between two words.
 * @param {string[]} one
 * @param {string[]} other
 * @param {number} most beyond which the number does not matter
 */
export function countSlips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return FAR;
  /** @type {number[]} */
  let last = [];
  let row = [...other.keys(), other.length];
  one.forEach((letter, i) => {
    const next = [i + 1];
    other.forEach((its, j) => {
      const wrong = row[j] + Number(letter !== its);
      const swapped =
        i && j && letter === other[j - 1] && its === one[i - 1] ? last[j - 1] + 1 : wrong;
      next.push(Math.min(wrong, swapped, row[j + 1] + 1, next[j] + 1));
    });
    [last, row] = [row, next];
  });
  return row[other.length] > most ? FAR : row[other.length];
}

export class CloseWords {
  /**
   * @param {Iterable<string>} words each once, folded
   * @param {Record<string, string>} letters of other alphabets, by geo/link/search/roman_letters.py
   */
  constructor(words, letters) {
    this.letters = letters;
    this.words = [...words].map(word => ({
      word,
      spelled: [...word],
      roman: this.romanize(word),
      digits: String(word.match(/\p{Nd}+/gu)),
    }));
  }

  /** Write a text in Latin letters, with i, y and j alike. @param {string} folded */
  romanize(folded) {
    const latin = Array.from(folded, letter => this.letters[letter] ?? letter).join('');
    return latin.replace(/[yij]+/g, 'i').replace(PUNCTUATION, '');
  }

  /**
   * The words closest to one that is typed, the shortest first; often none.
   * @param {string} typed one folded word
   * @returns {string[]}
   */
  find(typed) {
    const word = trim(typed);
    const digits = String(word.match(/\p{Nd}+/gu));
    const slips = word ? this.#countSlips(word) : [];
    const closest = slips.reduce((least, each) => Math.min(least, each), FAR);
    if (closest > TWO_SLIPS) return [];
    const most = Math.max(1, closest);
    return dropLonger(this.words.filter((each, i) => slips[i] <= most && each.digits === digits));
  }

  /** @param {string} word */
  #countSlips(word) {
    const spelled = [...word];
    const most = spelled.length >= LONG ? TWO_SLIPS : 1;
    const roman = this.romanize(word);
    const romanSpelled = [...roman];
    const isWhole = romanSpelled.length < SHORTEST_FOUND;
    return this.words.map(each => {
      if (roman && (isWhole ? each.roman === roman : each.roman.includes(roman))) return 0;
      if (spelled.length < SHORTEST_TYPED || each.spelled.length < SHORTEST_FOUND) return FAR;
      return Math.min(
        countSlips(spelled, each.spelled, most),
        countSlips(romanSpelled, [...each.roman], most),
      );
    });
  }
}

/**
 * Words without those in which a shorter one of them is found anyway.
 * @param {{word: string}[]} found
 */
function dropLonger(found) {
  /** @type {string[]} */
  const kept = [];
  const words = found.map(({word}) => word);
  for (const word of words.sort((a, b) => countLetters(a) - countLetters(b) || compareText(a, b))) {
    if (!kept.some(shorter => word.includes(shorter))) kept.push(word);
  }
  return kept;
}
