// Calendar arithmetic and words: steps, ticks, speeds, spoken dates. A clock is read as if it were UTC.

const MINUTE = 6e4;
const HOUR = 36e5;
const DAY = 864e5;

const UNIT_MS = {minute: MINUTE, hour: HOUR, day: DAY, month: 30.44 * DAY, year: 365.25 * DAY};
const LADDER = Object.entries({
  minute: [1, 2, 5, 10, 15, 30],
  hour: [1, 2, 3, 6, 12],
  day: [1, 2, 7, 14],
  month: [1, 2, 3, 6],
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500],
}).flatMap(([unit, counts]) => counts.map(count => ({unit, count, ms: count * UNIT_MS[unit]})));

/** How a date is written, by the unit that its step is told in. */
const STYLES = {
  minute: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
  hour: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
  day: {day: 'numeric'},
  month: {month: 'short'},
  year: {year: 'numeric'},
};
const CONTEXT = {
  minute: {day: 'numeric', month: 'short', year: 'numeric'},
  hour: {day: 'numeric', month: 'short', year: 'numeric'},
  day: {month: 'short', year: 'numeric'},
  month: {year: 'numeric'},
  year: null,
};
const CONTEXT_UNIT = {minute: 'day', hour: 'day', day: 'month', month: 'year', year: null};

const formats = new Map();
function format(lang, style, ms) {
  const name = `${lang} ${JSON.stringify(style)}`;
  if (!formats.has(name))
    formats.set(name, new Intl.DateTimeFormat(lang, {...style, timeZone: 'UTC'}));
  return formats.get(name).format(ms);
}

/** A day, or a moment where the step is finer, in words. */
export function dateWords(ms, step, lang) {
  const day = {day: 'numeric', month: 'short', year: 'numeric'};
  return format(lang, step < DAY ? {...day, ...STYLES.minute} : day, ms);
}

/** The window in words. Whole days name the last day that is still in it; finer steps name the end. */
export function windowWords([lo, hi], step, lang) {
  const last = step < DAY ? hi : hi - 1;
  const words = [dateWords(lo, step, lang), dateWords(last, step, lang)];
  const sameDay = step < DAY && Math.floor(lo / DAY) === Math.floor(hi / DAY);
  return sameDay ? [words[0], format(lang, STYLES.minute, last)] : words;
}

/** A length of time in words: "7 days". */
export function spanWords(ms, lang) {
  const rung = [...LADDER].reverse().find(({ms: length}) => length <= ms + 1) ?? LADDER[0];
  const count = Math.round(ms / UNIT_MS[rung.unit]);
  return new Intl.NumberFormat(lang, {style: 'unit', unit: rung.unit, unitDisplay: 'long'}).format(
    count,
  );
}

/** First moment of the calendar unit that holds a moment, and the units after it. */
function unitStart(ms, unit, count, on = 0) {
  const date = new Date(ms);
  if (unit === 'minute' || unit === 'hour')
    return (Math.floor(ms / (count * UNIT_MS[unit])) + on) * count * UNIT_MS[unit];
  if (unit === 'day') return (Math.floor(ms / DAY) + on) * DAY;
  const year = date.getUTCFullYear();
  const months = unit === 'month' ? 12 * year + date.getUTCMonth() : 12 * year;
  const size = unit === 'month' ? count : 12 * count;
  const first = (Math.floor(months / size) + on) * size;
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear takes them as they are.
  return new Date(0).setUTCFullYear(Math.floor(first / 12), ((first % 12) + 12) % 12, 1);
}

/** Days of the month that a tick stands on: the first, then every so many, none close to the next first. */
function dayTick(ms, count) {
  const day = new Date(ms).getUTCDate();
  return (day - 1) % count === 0 && (count === 1 || day < 31 - count / 2);
}

function* unitStarts([lo, hi], unit, count) {
  for (let at = unitStart(lo, unit, count); at < hi; at = unitStart(at, unit, count, 1)) {
    if (at >= lo && (unit !== 'day' || dayTick(at, count))) yield at;
  }
}

/**
 * Ticks of an axis: fine ones that fit the width, and above them the day, month or year they lie in.
 * @param {[number, number]} domain ms
 * @param {number} width px
 * @returns {{fine: {at: number, words: string}[], coarse: {at: number, words: string}[]}}
 */
export function ticks(domain, width, lang) {
  const [lo, hi] = domain;
  const perPixel = (hi - lo) / Math.max(1, width);
  const {unit, count} =
    LADDER.find(rung => rung.ms / perPixel >= (rung.unit === 'day' ? 34 : 50)) ?? LADDER.at(-1);
  const fine = [...unitStarts(domain, unit, count)].map(at => ({
    at,
    words: format(lang, STYLES[unit], at),
  }));
  if (!CONTEXT[unit]) return {fine, coarse: []};
  const starts = [...unitStarts(domain, CONTEXT_UNIT[unit], 1)];
  if (starts[0] !== lo) starts.unshift(lo); // the unit that the domain begins in the middle of
  const room = CONTEXT_UNIT[unit] === 'year' ? 44 : 96;
  const roomy = starts
    .filter((at, i) => (i ? true : ((starts[1] ?? hi) - at) / perPixel >= room))
    .filter(
      (at, i, all) =>
        i === 0 || (at - all[i - 1]) / perPixel >= room || CONTEXT_UNIT[unit] === 'year',
    );
  return {fine, coarse: roomy.map(at => ({at, words: format(lang, CONTEXT[unit], at)}))};
}

/** The length of a histogram's bins: whole steps, at least `narrowest` px wide. */
export function binLength([lo, hi], step, width, narrowest = 6) {
  const least = ((hi - lo) / Math.max(1, width)) * narrowest;
  const days = LADDER.filter(({unit}) => unit !== 'month' && unit !== 'year').map(({ms}) => ms);
  const lengths = [...days, ...[28, 56, 112, 364, 1820, 3640, 18200, 36400].map(n => n * DAY)];
  return lengths.find(ms => ms >= least && ms >= step) ?? lengths.at(-1);
}

/**
 * Speeds to choose from, ms of the domain per second, and the one that plays all of it in about 20 seconds.
 * @returns {{speeds: number[], usual: number}}
 */
export function playSpeeds([lo, hi], step) {
  const all = [
    ...LADDER.map(({ms, unit, count}) =>
      unit === 'month' ? count * 30 * DAY : unit === 'year' ? count * 365 * DAY : ms,
    ),
  ].filter(ms => ms >= step);
  const seconds = speed => (hi - lo) / speed;
  const fits = all.filter(speed => seconds(speed) >= 4 && seconds(speed) <= 240);
  const speeds = fits.length ? fits : [all.find(speed => seconds(speed) <= 240) ?? step];
  const off = speed => Math.abs(Math.log(seconds(speed) / 20));
  return {speeds, usual: speeds.reduce((best, speed) => (off(speed) < off(best) ? speed : best))};
}

/** How many steps Page Up and Page Down move: an hour of minutes, a day of hours, about a month of days. */
export function pageSteps(step) {
  return step < HOUR ? 60 : step < DAY ? 24 : 30;
}
