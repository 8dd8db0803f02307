// The values of events as texels: what the shader reads in place of attributes.
import {flattenPlaces} from './flat_places.js';
/** @import {EventRows} from '../../page/event_rows.js' */
/** @import {Device, Texture} from '../../types/deck.js' */
/** @import {WrittenEvents} from '../../types/layers.js' */

/** Width of such a texture. */
export const TEXELS_PER_ROW = 1024;

/** Rows of a texture for so many events. @param {number} length */
export const countTexelRows = length => Math.max(1, Math.ceil(length / TEXELS_PER_ROW));

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

/**
 * The first row that has a pin; the number of rows where none has.
 * @param {Pick<EventRows, 'table'>} events
 */
export function findFirstPin({table}) {
  const first = table.numbers('pin').findIndex(Boolean);
  return first < 0 ? table.length : first;
}

/**
 * Longitude and latitude, and what float32 leaves of both.
 * @param {Pick<EventRows, 'table'>} events
 */
export function fillPlaces({table}) {
  const texels = new Float32Array(4 * TEXELS_PER_ROW * countTexelRows(table.length));
  const [lon, lat] = [table.numbers('lon'), table.numbers('lat')];
  for (let i = 0, offset = 0; i < table.length; i++, offset += 4) {
    texels[offset] = lon[i];
    texels[offset + 1] = lat[i];
    texels[offset + 2] = lon[i] - texels[offset];
    texels[offset + 3] = lat[i] - texels[offset + 1];
  }
  return texels;
}

/**
 * Radius in pixels of the whole world at zoom 0, the pin's shift in pixels right and down, and the
 * cell of its mark in the picture of all marks; -1 for no pin.
 * @param {Pick<EventRows, 'table'>} events
 * @param {Pick<WrittenEvents, 'markCells'>} written
 */
export function fillShapes({table}, {markCells}) {
  const texels = new Float32Array(4 * TEXELS_PER_ROW * countTexelRows(table.length));
  const {radius} = flattenPlaces(table);
  const [dx, dy, pin] = ['dx', 'dy', 'pin'].map(name => table.numbers(name));
  const {words, codes} = table.words('verification');
  const cellsByWord = new Map(Object.entries(markCells));
  const cellsByCode = words.map(word => cellsByWord.get(word) ?? markCells.unverified);
  for (let i = 0, offset = 0; i < table.length; i++, offset += 4) {
    texels[offset] = radius[i];
    texels[offset + 1] = dx[i];
    texels[offset + 2] = dy[i];
    texels[offset + 3] = pin[i] ? (cellsByCode[codes[i]] ?? markCells.unverified) : -1;
  }
  return texels;
}

/**
 * Red, green, blue, and how strongly a disc is filled; below a pin it is not.
 * @param {Pick<EventRows, 'table'>} events
 * @param {Pick<WrittenEvents, 'colourField' | 'colours' | 'otherColour' | 'discFills'>} written
 */
export function fillPaints({table}, {colourField, colours, otherColour, discFills}) {
  const texels = new Uint8Array(4 * TEXELS_PER_ROW * countTexelRows(table.length));
  const groups = table.words(colourField);
  const verified = table.words('verification');
  const coloursByWord = new Map(Object.entries(colours));
  const fillsByWord = new Map(Object.entries(discFills));
  const coloursByCode = groups.words.map(word => coloursByWord.get(word) ?? otherColour);
  const fillsByCode = verified.words.map(word => fillsByWord.get(word) ?? discFills.unverified);
  const pin = table.numbers('pin');
  for (let i = 0, offset = 0; i < table.length; i++, offset += 4) {
    texels.set(coloursByCode[groups.codes[i]] ?? otherColour, offset);
    texels[offset + 3] = pin[i] ? 0 : (fillsByCode[verified.codes[i]] ?? discFills.unverified);
  }
  return texels;
}

/**
 * First moment and end, each as block and rest.
 * @param {Pick<EventRows, 'starts' | 'ends'>} events
 */
export function fillIntervals({starts, ends}) {
  const texels = new Float32Array(4 * TEXELS_PER_ROW * countTexelRows(starts.length));
  for (let i = 0, offset = 0; i < starts.length; i++, offset += 4) {
    [texels[offset], texels[offset + 1]] = splitMoment(starts[i]);
    [texels[offset + 2], texels[offset + 3]] = splitMoment(ends[i]);
  }
  return texels;
}

/**
 * What the filters other than time make of each; see `EventRows.strengthOnMap`.
 * @param {EventRows} events
 */
export function fillStrengths(events) {
  const texels = new Uint8Array(TEXELS_PER_ROW * countTexelRows(events.length));
  for (let i = 0; i < events.length; i++) texels[i] = events.strengthOnMap(i);
  return texels;
}

/**
 * The row of each event that is painted, a whole number that a float32 holds up to 2^24.
 * @param {Uint32Array} rows
 */
export function fillShown(rows) {
  const texels = new Float32Array(TEXELS_PER_ROW * countTexelRows(rows.length));
  texels.set(rows);
  return texels;
}

/**
 * @param {Device} device
 * @param {ArrayBufferView} data
 * @param {number} length how many events it is of
 * @param {string} format
 * @returns {Texture}
 */
export function createTexels(device, data, length, format) {
  const sampler = {minFilter: 'nearest', magFilter: 'nearest'};
  return device.createTexture({
    data,
    width: TEXELS_PER_ROW,
    height: countTexelRows(length),
    format,
    sampler,
  });
}
