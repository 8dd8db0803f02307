// How single values of a link are read: what geo/link/values.py accepts, in the spelling it writes.
import {splitAsked} from '../../../drawing/browser/filters/since.js';
import {foldText} from '../../one_file/text_search.js';

const DAY_LENGTH = 86_400_000;

/**
 * A moment as the map counts it: ms since 1970 on its own clock.
 * @param {string} text a day or a minute
 * @returns {number | null} null for a day that no calendar has
 */
export function readMoment(text) {
  const [day, clock = '00:00'] = text.split('T');
  const moment = Date.parse(`${day}T${clock}Z`);
  const isReal = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
  return isReal ? moment : null;
}

/** The end of a range: a day counts whole. @param {string} text */
export function readEnd(text) {
  const moment = readMoment(text);
  return moment === null || text.includes('T') ? moment : moment + DAY_LENGTH;
}

/** @param {number} moment */
const writeMoment = moment => new Date(moment).toISOString().slice(0, 16);

/** The start of a range, a midnight as its day. @param {number} moment */
export const writeStart = moment => writeMoment(moment).replace(/T00:00$/, '');

/** The end of a range, a midnight as the day before it. @param {number} moment */
export function writeEnd(moment) {
  const text = writeMoment(moment);
  return text.endsWith('T00:00') ? writeMoment(moment - DAY_LENGTH).slice(0, 10) : text;
}

/**
 * A number to some digits; half a digit goes to the even one, as in Python.
 * @param {number} value
 * @param {number} digits
 */
function writeNumber(value, digits) {
  const scaled = Math.abs(value) * 10 ** digits;
  // Only such numbers lie exactly between two.
  const isHalf = Number.isInteger(value * 2 ** 20) && scaled % 1 === 0.5;
  const size = isHalf ? 2 * Math.round(scaled / 2) : scaled;
  const text = isHalf ? (size / 10 ** digits).toFixed(digits) : Math.abs(value).toFixed(digits);
  return value < 0 || Object.is(value, -0) ? `-${text}` : text;
}

/** @param {string} text */
const writeKm = text => text && writeNumber(Number(text), 3).replace(/0+$/, '').replace(/\.$/, '');

/** A day counts whole, as at the end of a range. @param {string} text a day or a minute */
function spellMoment(text) {
  const moment = readEnd(text);
  if (moment === null) return null;
  // No link has a later day than the last of 2999, which ends with a year that it cannot have.
  return moment < Date.UTC(3000, 0) ? writeMoment(moment) : writeEnd(moment);
}

/** @param {string} text kilometres */
function spellReach(text) {
  const [low, high] = text.split('..');
  return low && high && Number(low) > Number(high) ? null : `${writeKm(low)}..${writeKm(high)}`;
}

/** @param {readonly number[]} camera longitude, latitude, zoom */
export const writeCamera = ([lon, lat, zoom]) =>
  `${writeNumber(lon, 4)},${writeNumber(lat, 4)},${writeNumber(zoom, 2)}`;

/** @param {string} text longitude, latitude and zoom */
function readCamera(text) {
  const [lon, lat, zoom] = text.split(',').map(Number);
  const fits = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24;
  return fits ? writeCamera([lon, lat, zoom]) : null;
}

/**
 * @param {string} text a range, or a group
 * @param {string[] | null} groups of the record
 */
function readCompared(text, groups) {
  if (text.startsWith('group:')) return !groups || groups.includes(text.slice(6)) ? text : null;
  const [first, last] = text.split('..');
  const [start, end] = [readMoment(first), readEnd(last)];
  return start !== null && end !== null && start < end
    ? `${writeStart(start)}..${writeEnd(end)}`
    : null;
}

/**
 * @param {string} text a day, or a version of the data, with or without a kind of change
 * @param {string[] | null} versions
 */
function readSince(text, versions) {
  const {moment} = splitAsked(text);
  const isDay = moment.includes('-');
  if (isDay && readMoment(moment) === null) return null;
  return !versions || versions.includes(moment) || (versions.length && isDay) ? text : null;
}

/** @typedef {{groups: string[] | null, versions: string[] | null}} KnownWords what a record has */

/**
 * The spelling of a value that a text stands for, by the name of its kind; null if it cannot
 * be read, "" if it says nothing. The ends of a range are spelled when they are joined.
 * @type {Record<string, (text: string, known: KnownWords) => string | null>}
 */
export const READERS = {
  word: text => text,
  column: text => text,
  pair: text => text,
  number: text => String(Number(text)),
  text: text => (foldText(text).trim() ? text : ''),
  start: text => (readMoment(text) === null ? null : text),
  end: text => (readEnd(text) === null ? null : text),
  moment: spellMoment,
  reach: spellReach,
  camera: readCamera,
  compared: (text, {groups}) => readCompared(text, groups),
  since: (text, {versions}) => readSince(text, versions),
};
