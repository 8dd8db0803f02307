// Days and moments as readers write and read them: 15 May 2024, 12:00. Links have 2024-05-15T12:00.
// As geo/times/reader_dates.py reads them, but for the names of months in other languages.

// Those that "\s" is in Python and in JavaScript: each has others of its own.
const BLANK = '[\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const CLOCK = `(?:(?:[T,]|${BLANK})+(\\d\\d?:\\d\\d))?`;
const ISO_MOMENT = new RegExp(`^${BLANK}*(\\d{4}-\\d\\d-\\d\\d)${CLOCK}${BLANK}*$`);
const WORDED_MOMENT = new RegExp(
  `^${BLANK}*(\\d\\d?)\\.?${BLANK}+(\\p{L}+)\\.?,?${BLANK}+(\\d{4})${CLOCK}${BLANK}*$`,
  'u',
);
const FIRST_YEAR = '1000';

/**
 * The moment that a reader wrote, as a link has it; null if it is not one.
 * @param {string} text such as "15 May 2024, 12:00", "15 may 2024" or "2024-05-15"
 * @param {string} lang
 */
export function parseWritten(text, lang) {
  const iso = ISO_MOMENT.exec(text);
  if (iso) return joinMoment(iso[1], iso[2]);
  const [, day, name, year, time] = WORDED_MOMENT.exec(text) ?? [];
  if (!day) return null;
  const month = findMonth(name, lang);
  return month ? joinMoment(`${year}-${twoDigits(month)}-${twoDigits(Number(day))}`, time) : null;
}

/** @param {string} moment as a link has it @param {string} lang */
export function sayMoment(moment, lang) {
  const [day, time] = moment.split('T');
  const written = new Intl.DateTimeFormat(lang, {dateStyle: 'long', timeZone: 'UTC'});
  return written.format(Date.parse(day)) + (time ? `, ${time}` : '');
}

/** @param {string} day @param {string} [time] */
function joinMoment(day, time) {
  const written = time ? `${day}T${time.padStart(5, '0')}` : day;
  const at = new Date(`${time ? written : `${day}T00:00`}Z`);
  // The 31st of a short month would be read as the 1st of the next.
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  return isDay && day >= FIRST_YEAR ? written : null;
}

/** @param {string} name @param {string} lang */
function findMonth(name, lang) {
  // Some languages write the name of a month otherwise beside a day.
  const written = new Intl.DateTimeFormat(lang, {day: 'numeric', month: 'long', timeZone: 'UTC'});
  const months = Array.from({length: 12}, (_, i) => {
    const parts = written.formatToParts(Date.UTC(2023, i));
    return parts.find(({type}) => type === 'month')?.value ?? '';
  });
  const wanted = name.toLowerCase();
  const isNamed = (/** @type {string} */ month) => month.toLowerCase().startsWith(wanted);
  return wanted.length < 3 ? 0 : months.findIndex(isNamed) + 1;
}

/** @param {number} number */
const twoDigits = number => String(number).padStart(2, '0');
