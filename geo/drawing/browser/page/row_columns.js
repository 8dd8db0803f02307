// A table as it is sent: columns (geo/drawing/rows/row_columns.py). A row is created at its first
// use.

/** @typedef {unknown[] | {words: string[], codes: number[]}} EncodedColumn */
/** @typedef {{length: number, columns: Record<string, EncodedColumn>}} EncodedRows */
/** @typedef {{words: string[], codes: Int32Array}} WordColumn with -1 where there is no word */

/** @template {object} Row */
export class RowTable {
  /** @type {Map<string, Float64Array>} */
  #numbers = new Map();
  /** @type {Map<string, WordColumn>} */
  #words = new Map();
  /** @type {Row[] | null} */
  #rows = null;

  /** @param {EncodedRows} encoded */
  constructor({length, columns}) {
    this.length = length;
    this.columns = columns;
  }

  /**
   * A column of numbers: NaN where one is not known, or everywhere without such a column.
   * @param {string} name
   */
  numbers(name) {
    let made = this.#numbers.get(name);
    if (!made) {
      const column = this.columns[name];
      made = new Float64Array(this.length).fill(NaN);
      if (Array.isArray(column)) {
        for (let i = 0; i < made.length; i++) {
          made[i] = column[i] === null ? NaN : Number(column[i]);
        }
      }
      this.#numbers.set(name, made);
    }
    return made;
  }

  /** A column of few words, numbered. @param {string} name @returns {WordColumn} */
  words(name) {
    let made = this.#words.get(name);
    if (!made) this.#words.set(name, (made = this.#numberWords(this.columns[name] ?? [])));
    return made;
  }

  /** @param {EncodedColumn} column */
  #numberWords(column) {
    if (!Array.isArray(column)) return {words: column.words, codes: Int32Array.from(column.codes)};
    /** @type {Map<string, number>} */
    const places = new Map();
    const codes = new Int32Array(this.length).fill(-1);
    for (let i = 0; i < column.length; i++) {
      const word = column[i];
      if (typeof word !== 'string') continue;
      if (!places.has(word)) places.set(word, places.size);
      codes[i] = places.get(word) ?? -1;
    }
    return {words: [...places.keys()], codes};
  }

  /**
   * The first row with a value; -1 where none has it.
   * @param {string} name of a column
   * @param {unknown} value
   */
  find(name, value) {
    const column = this.columns[name] ?? [];
    if (Array.isArray(column)) return column.indexOf(value);
    const code = column.words.findIndex(word => word === value);
    return code < 0 ? -1 : column.codes.indexOf(code);
  }

  /** @param {number} i @returns {Row} with the members in the order of the columns */
  row(i) {
    /** @type {Record<string, unknown>} */
    const row = {};
    for (const [name, column] of Object.entries(this.columns)) {
      row[name] = Array.isArray(column) ? column[i] : column.words[column.codes[i]];
    }
    return /** @type {Row} */ (row);
  }

  /** All rows as objects; for small tables only. */
  get rows() {
    return (this.#rows ??= Array.from({length: this.length}, (_, i) => this.row(i)));
  }
}

/**
 * The content of a response; a table if it consists of columns.
 * @param {unknown} content
 */
export function decodeContent(content) {
  const encoded = /** @type {Partial<EncodedRows> | null} */ (content);
  return encoded?.columns ? new RowTable(/** @type {EncodedRows} */ (encoded)) : content;
}
