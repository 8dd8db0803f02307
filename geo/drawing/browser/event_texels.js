// The values of events as texels: what the shader reads in place of attributes.
/** @import {EventRows} from './event_rows.js' */
/** @import {EventRow, WrittenEvents} from './types.js' */

/** Texels in a row of such a texture. */
export const ROW = 1024;

/** Rows of a texture for so many events. @param {number} length */
export const heightOf = length => Math.max(1, Math.ceil(length / ROW));

// A moment is split in blocks of 2^22 ms (70 minutes) and the rest in ms. Both are whole numbers
// below 2^24, so a float32 holds them exactly from the year -250 to 4180, to the millisecond.
const BLOCK_MS = 2 ** 22;

/**
 * Whole blocks since 1970 and milliseconds in the block.
 * @param {number} ms
 * @returns {[number, number]}
 */
export function splitMoment(ms) {
  const block = Math.floor(ms / BLOCK_MS);
  return [block, ms - block * BLOCK_MS];
}

/** The first row that has a pin; the number of rows where none has. @param {EventRow[]} rows */
export function findFirstPin(rows) {
  const first = rows.findIndex(({pin}) => pin);
  return first < 0 ? rows.length : first;
}

/**
 * Longitude and latitude, and what float32 leaves of both.
 * @param {EventRows} events
 */
export function fillPlaces({rows}) {
  const texels = new Float32Array(4 * ROW * heightOf(rows.length));
  rows.forEach(({lon, lat}, i) => {
    texels[4 * i] = lon ?? 0;
    texels[4 * i + 1] = lat ?? 0;
    texels[4 * i + 2] = (lon ?? 0) - texels[4 * i];
    texels[4 * i + 3] = (lat ?? 0) - texels[4 * i + 1];
  });
  return texels;
}

/**
 * Radius in metres, the pin's shift in pixels right and down, and the cell of its mark in the
 * picture of all marks; -1 for no pin.
 * @param {EventRows} events
 * @param {Pick<WrittenEvents, 'markCells'>} written
 */
export function fillShapes({rows}, {markCells}) {
  const texels = new Float32Array(4 * ROW * heightOf(rows.length));
  const cells = new Map(Object.entries(markCells));
  rows.forEach(({r, dx, dy, pin, verification}, i) => {
    texels[4 * i] = Number(r);
    texels[4 * i + 1] = Number(dx);
    texels[4 * i + 2] = Number(dy);
    texels[4 * i + 3] = pin ? (cells.get(verification) ?? markCells.unverified) : -1;
  });
  return texels;
}

/**
 * Red, green, blue, and how strongly a disc is filled; below a pin it is not.
 * @param {EventRows} events
 * @param {Pick<WrittenEvents, 'colourField' | 'colours' | 'otherColour' | 'discFills'>} written
 */
export function fillPaints({rows}, {colourField, colours, otherColour, discFills}) {
  const texels = new Uint8Array(4 * ROW * heightOf(rows.length));
  const colourOf = new Map(Object.entries(colours));
  const fillOf = new Map(Object.entries(discFills));
  rows.forEach((row, i) => {
    texels.set(colourOf.get(String(row[colourField])) ?? otherColour, 4 * i);
    const fill = fillOf.get(row.verification) ?? discFills.unverified;
    texels[4 * i + 3] = row.pin ? 0 : fill;
  });
  return texels;
}

/**
 * First moment and end, each as block and rest.
 * @param {EventRows} events
 */
export function fillIntervals({starts, ends}) {
  const texels = new Float32Array(4 * ROW * heightOf(starts.length));
  for (let i = 0; i < starts.length; i++) {
    [texels[4 * i], texels[4 * i + 1]] = splitMoment(starts[i]);
    [texels[4 * i + 2], texels[4 * i + 3]] = splitMoment(ends[i]);
  }
  return texels;
}

/**
 * What the filters other than time make of each; see `EventRows.strengthOnMap`.
 * @param {EventRows} events
 */
export function fillStrengths(events) {
  const texels = new Uint8Array(ROW * heightOf(events.rows.length));
  for (let i = 0; i < events.rows.length; i++) texels[i] = events.strengthOnMap(i);
  return texels;
}
