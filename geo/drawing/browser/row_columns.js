// Rows that come as columns, which are a third as long (geo/drawing/row_columns.py).

/** @typedef {unknown[] | {words: string[], codes: number[]}} PackedColumn */
/** @typedef {{length: number, columns: Record<string, PackedColumn>}} PackedRows */

/**
 * Make rows of columns.
 * @param {PackedRows} packed
 * @returns {Record<string, unknown>[]} with the members in the order of the columns
 */
export function unpackRows({length, columns}) {
  const filled = Object.entries(columns).map(([name, column]) => {
    const values = Array.isArray(column) ? column : column.codes.map(code => column.words[code]);
    return {name, values};
  });
  return Array.from({length}, (_, i) => {
    /** @type {Record<string, unknown>} */
    const row = {};
    for (const {name, values} of filled) row[name] = values[i];
    return row;
  });
}

/**
 * Whatever an address answers; rows, where it answers columns.
 * @param {unknown} content
 */
export function unpackContent(content) {
  const packed = /** @type {Partial<PackedRows> | null} */ (content);
  return packed?.columns ? unpackRows(/** @type {PackedRows} */ (packed)) : content;
}
