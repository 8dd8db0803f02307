// Calendar arithmetic and words: steps, ticks, speeds, spoken dates. A clock is read as UTC.
/** @import {TimeWindow} from '../types/events.js' */
/** @typedef {'minute' | 'hour' | 'day' | 'month' | 'year'} Unit */

const MINUTE = 6e4;
const HOUR = 36e5;
export const DAY = 864e5;

export const UNIT_MS = {
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: 30.44 * DAY,
  year: 365.25 * DAY,
};

/** @type {[Unit, number[]][]} */
const COUNTS = [
  ['minute', [1, 2, 5, 10, 15, 30]],
  ['hour', [1, 2, 3, 6, 12]],
  ['day', [1, 2, 7, 14]],
  ['month', [1, 2, 3, 6]],
  ['year', [1, 2, 5, 10, 20, 50, 100, 200, 500]],
];
export const LADDER = COUNTS.flatMap(([unit, counts]) =>
  counts.map(count => ({unit, count, ms: count * UNIT_MS[unit]})),
);
const LONGEST = LADDER[LADDER.length - 1];

/** @typedef {Intl.DateTimeFormatOptions} DateStyle */

/** @type {DateStyle} */
const DAY_STYLE = {day: 'numeric', month: 'long', year: 'numeric'};

/** @type {DateStyle} */
const MONTH_STYLE = {month: 'short'};

/** How a date is written, by the unit of its step. @type {Record<Unit, DateStyle>} */
const STYLES = {
  minute: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
  hour: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
  day: {day: 'numeric'},
  month: MONTH_STYLE,
  year: {year: 'numeric'},
};

/** @typedef {{unit: Unit, style: DateStyle, room: number}} TickContext room in px */

/** What the fine ticks of a unit lie in. @type {Record<Unit, TickContext | null>} */
const CONTEXT = {
  minute: {unit: 'day', style: DAY_STYLE, room: 120},
  hour: {unit: 'day', style: DAY_STYLE, room: 120},
  day: {unit: 'month', style: {month: 'long', year: 'numeric'}, room: 110},
  month: {unit: 'year', style: {year: 'numeric'}, room: 44},
  year: null,
};

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @type {(lang: string, style: DateStyle, ms: number) => string} */
function formatDate(lang, style, ms) {
  // Charts write "Sep", as English does everywhere but in Britain and Australia: "Sept", "June".
  const locale = style === MONTH_STYLE && /^en\b/.test(lang) ? 'en-US' : lang;
  const name = `${locale} ${JSON.stringify(style)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, {...style, timeZone: 'UTC'});
  formats.set(name, format);
  return format.format(ms);
}

/**
 * The first and the last moment of a window in words. Whole days name the last day that is still in
 * it; finer steps name the end, which is not.
 * @param {TimeWindow} window
 * @param {number} step ms
 * @param {string} lang
 */
export function windowWords([lo, hi], step, lang) {
  /** @type {(ms: number) => string} */
  const day = ms => formatDate(lang, DAY_STYLE, ms);
  if (step >= DAY) return [day(lo), day(hi - 1)];
  /** @type {(ms: number) => string} */
  const time = ms => formatDate(lang, STYLES.minute, ms);
  const isSameDay = Math.floor(lo / DAY) === Math.floor(hi / DAY);
  return [`${day(lo)}, ${time(lo)}`, isSameDay ? time(hi) : `${day(hi)}, ${time(hi)}`];
}

/**
 * First moment of the calendar unit that holds a moment, or of a unit after it.
 * @param {number} ms
 * @param {Unit} unit
 * @param {number} count of units that belong together
 * @param {number} later how many of them later
 */
function unitStart(ms, unit, count, later = 0) {
  if (unit === 'minute' || unit === 'hour') {
    const length = count * UNIT_MS[unit];
    return (Math.floor(ms / length) + later) * length;
  }
  if (unit === 'day') return (Math.floor(ms / DAY) + later) * DAY;
  const date = new Date(ms);
  const months = 12 * date.getUTCFullYear() + (unit === 'month' ? date.getUTCMonth() : 0);
  const size = unit === 'month' ? count : 12 * count;
  const first = (Math.floor(months / size) + later) * size;
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear takes them as they are.
  return new Date(0).setUTCFullYear(Math.floor(first / 12), ((first % 12) + 12) % 12, 1);
}

/**
 * Whether a tick of days falls on a day of the month: on the first, then every so many, on none
 * close to the next first.
 * @param {number} ms
 * @param {number} count
 */
function isDayTick(ms, count) {
  const day = new Date(ms).getUTCDate();
  return (day - 1) % count === 0 && (count === 1 || day < 31 - count / 2);
}

/**
 * @param {TimeWindow} domain
 * @param {Unit} unit
 * @param {number} count
 */
function* unitStarts([lo, hi], unit, count) {
  for (let at = unitStart(lo, unit, count); at < hi; at = unitStart(at, unit, count, 1)) {
    if (at >= lo && (unit !== 'day' || isDayTick(at, count))) yield at;
  }
}

/**
 * Ticks of an axis: fine ones that fit the width, and the days, months or years they lie in.
 * @param {TimeWindow} domain ms
 * @param {number} width px
 * @param {string} lang
 * @returns {{fine: {at: number, words: string}[], coarse: {at: number, words: string}[]}}
 */
export function ticks(domain, width, lang) {
  const [lo, hi] = domain;
  const perPixel = (hi - lo) / Math.max(1, width);
  const {unit, count} =
    LADDER.find(rung => rung.ms / perPixel >= (rung.unit === 'day' ? 34 : 50)) ?? LONGEST;
  /** @type {(style: DateStyle) => (at: number) => {at: number, words: string}} */
  const tick = style => at => ({at, words: formatDate(lang, style, at)});
  const fine = [...unitStarts(domain, unit, count)].map(tick(STYLES[unit]));
  const context = CONTEXT[unit];
  if (!context) return {fine, coarse: []};
  const starts = [...unitStarts(domain, context.unit, 1)];
  if (starts[0] !== lo) starts.unshift(lo); // the unit that the domain starts in the middle of
  /** @type {(from: number, to: number) => boolean} */
  const fits = (from, to) => (to - from) / perPixel >= context.room;
  const coarse = starts
    .filter((at, i) => i > 0 || fits(at, starts[1] ?? hi))
    .filter((at, i, all) => i === 0 || context.unit === 'year' || fits(all[i - 1], at));
  return {fine, coarse: coarse.map(tick(context.style))};
}

/**
 * The length of a histogram's bins: whole steps, at least `narrowest` px wide.
 * @param {TimeWindow} domain ms
 * @param {number} step ms
 * @param {number} width px
 */
export function binLength([lo, hi], step, width, narrowest = 6) {
  const shortest = Math.max(step, ((hi - lo) / Math.max(1, width)) * narrowest);
  const days = LADDER.filter(({unit}) => unit !== 'month' && unit !== 'year').map(({ms}) => ms);
  const weeks = [28, 56, 112, 364, 1820, 3640, 18200].map(n => n * DAY);
  return [...days, ...weeks].find(ms => ms >= shortest) ?? 36400 * DAY;
}

/**
 * Speeds to choose from, in ms of the domain per second, and the one that plays all of it in about
 * 20 seconds.
 * @param {TimeWindow} domain ms
 * @param {number} step ms
 */
export function playSpeeds([lo, hi], step) {
  const days = {month: 30, year: 365};
  const all = LADDER.map(({ms, unit, count}) =>
    unit === 'month' || unit === 'year' ? count * days[unit] * DAY : ms,
  ).filter(ms => ms >= step);
  /** @param {number} speed */
  const seconds = speed => (hi - lo) / speed;
  const fitting = all.filter(speed => seconds(speed) >= 4 && seconds(speed) <= 240);
  const speeds = fitting.length ? fitting : [all.find(speed => seconds(speed) <= 240) ?? step];
  /** @param {number} speed */
  const off = speed => Math.abs(Math.log(seconds(speed) / 20));
  const usual = speeds.reduce((best, speed) => (off(speed) < off(best) ? speed : best));
  return {speeds, usual};
}

/**
 * How many steps Page Up and Page Down move: an hour of minutes, a day of hours, about a month of
 * days.
 * @param {number} step ms
 */
export function pageSteps(step) {
  if (step < HOUR) return 60;
  return step < DAY ? 24 : 30;
}
