import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  binLength,
  pageSteps,
  playSpeeds,
  ticks,
  windowWords,
} from '../../../geo/drawing/browser/controls/calendar.js';
import {perWords, spanWords} from '../../../geo/drawing/browser/time/span_words.js';
/** @import {TimeWindow} from '../../../geo/drawing/browser/types/events.js' */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LANG = 'en-GB';

/** @param {string} text */
const utc = text => Date.parse(`${text}Z`);

/** @type {(start: string, end: string) => TimeWindow} */
const between = (start, end) => [utc(start), utc(end)];

test('a window of whole days names its last day, which its end does not include', () => {
  const window = between('2031-05-02T00:00', '2031-05-05T00:00');
  assert.deepEqual(windowWords(window, DAY, LANG), ['2 May 2031', '4 May 2031']);
});

test('a window of one day names the day twice', () => {
  const window = between('2031-05-02T00:00', '2031-05-03T00:00');
  assert.deepEqual(windowWords(window, DAY, LANG), ['2 May 2031', '2 May 2031']);
});

test('a window of minutes names its end, which is not in it, and the day once', () => {
  const evening = between('2031-05-02T21:05', '2031-05-02T23:30');
  assert.deepEqual(windowWords(evening, MINUTE, LANG), ['2 May 2031, 21:05', '23:30']);
  const night = between('2031-05-02T21:05', '2031-05-03T00:30');
  assert.deepEqual(windowWords(night, MINUTE, LANG), ['2 May 2031, 21:05', '3 May 2031, 00:30']);
});

test('a length of time is counted in its largest unit', () => {
  assert.equal(spanWords(MINUTE, LANG), '1 minute');
  assert.equal(spanWords(12 * HOUR, LANG), '12 hours');
  assert.equal(spanWords(7 * DAY, LANG), '7 days');
  assert.equal(spanWords(28 * DAY, LANG), '28 days');
  assert.equal(spanWords(364 * DAY, LANG), '12 months');
  assert.equal(spanWords(3640 * DAY, LANG), '10 years');
});

test('what is counted per length of time names one of them without a number', () => {
  assert.equal(perWords(DAY, LANG), 'day');
  assert.equal(perWords(7 * DAY, LANG), 'week');
  assert.equal(perWords(14 * DAY, LANG), '2 weeks');
  assert.equal(perWords(15 * MINUTE, LANG), '15 minutes');
});

test('a month has the name that it has in charts, whichever English is read', () => {
  const year = between('2031-01-01T00:00', '2032-01-01T00:00');
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  for (const lang of ['en', 'en-GB', 'en-AU', 'en-US']) {
    const {fine} = ticks(year, 700, lang);
    assert.deepEqual(
      fine.map(({words}) => words),
      names,
      lang,
    );
  }
  const [january] = ticks(year, 700, 'uk').fine;
  assert.equal(january.words, 'січ.');
});

test('months have a tick each, under the year they lie in', () => {
  const {fine, coarse} = ticks(between('2030-11-15T00:00', '2031-03-15T00:00'), 220, LANG);
  assert.deepEqual(
    fine.map(({at}) => at),
    ['2030-12-01', '2031-01-01', '2031-02-01', '2031-03-01'].map(day => utc(`${day}T00:00`)),
  );
  assert.deepEqual(
    fine.map(({words}) => words),
    ['Dec', 'Jan', 'Feb', 'Mar'],
  );
  assert.deepEqual(
    coarse.map(({words}) => words),
    ['2030', '2031'],
  );
});

test('ticks never touch, at any length and width', () => {
  const start = utc('2031-02-24T00:00');
  for (let hours = 1; hours < 20_000_000; hours *= 1.7) {
    for (const width of [280, 700, 1300]) {
      const {fine} = ticks([start, start + hours * HOUR], width, LANG);
      const pixels = fine.slice(1).map(({at}, i) => ((at - fine[i].at) / (hours * HOUR)) * width);
      assert.ok(Math.min(Infinity, ...pixels) > 24, `${hours} h on ${width} px`);
    }
  }
});

test('ticks of a long domain fall on whole years, also before the year 100', () => {
  const {fine} = ticks(between('0001-01-01T00:00', '2001-01-01T00:00'), 500, LANG);
  assert.deepEqual(
    fine.map(({at}) => new Date(at).toISOString().slice(0, 10)),
    Array.from({length: 10}, (_, i) => `${String(200 * (i + 1)).padStart(4, '0')}-01-01`),
  );
});

test('an empty width gives ticks and does not hang', () => {
  assert.ok(ticks(between('2031-01-01T00:00', '2032-01-01T00:00'), 0, LANG).fine.length < 3);
});

test('a bin holds whole steps and is wide enough to be seen', () => {
  const year = between('2031-01-01T00:00', '2032-01-01T00:00');
  assert.equal(binLength(year, DAY, 6 * 365), DAY);
  assert.equal(binLength(year, DAY, 6 * 100), 7 * DAY);
  assert.equal(binLength([0, HOUR], MINUTE, 6 * 60), MINUTE);
  assert.equal(binLength([0, HOUR], 30 * MINUTE, 1000), 30 * MINUTE);
});

test('speeds play a window in 4 to 240 seconds, the usual one in about 20', () => {
  const {speeds, usual} = playSpeeds([0, 100 * DAY], DAY);
  assert.ok(speeds.every(speed => (100 * DAY) / speed >= 4 && (100 * DAY) / speed <= 240));
  assert.equal(usual, 7 * DAY); // 14 s; 2 days a second would take 50
});

test('a window too short for every speed plays by its step', () => {
  assert.deepEqual(playSpeeds([0, DAY], DAY), {speeds: [DAY], usual: DAY});
});

test('a page is an hour of minutes, a day of hours, a month of days', () => {
  assert.deepEqual([MINUTE, HOUR, DAY].map(pageSteps), [60, 24, 30]);
});
