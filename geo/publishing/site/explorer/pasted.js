// Links as they are found in messages and articles: what geo/link/pasted.py accepts.

// What a sentence, a quotation or a mark of formatting sets after a link.
const AFTER_A_LINK = '.,;:!?…()[]{}<>\'"’”»›“*_`| \t\r\n\u00a0\u200b';
const MOST_TRIMMED = 8;

/**
 * The texts of each parameter of a query; the source of a page writes "&" as "&amp;".
 * @param {string} query
 */
export function readTexts(query) {
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const [written, text] of new URLSearchParams(query)) {
    const name = written.replace(/^(amp;)+/i, '');
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  return texts;
}

/** A text, and then without its last punctuation. @param {string} text */
export function* listTrimmed(text) {
  yield text;
  for (let i = 0; i < MOST_TRIMMED; i++) {
    if (text.length < 2 || !AFTER_A_LINK.includes(text[text.length - 1])) return;
    text = text.slice(0, -1);
    yield text;
  }
}
