// Days and moments as readers write and read them: 3 May 2023, 12:00. Links have 2023-05-03T12:00.

const ISO_MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ,]+(\d\d?:\d\d))?$/;
const WORDED_MOMENT = /^(\d\d?)\.?\s+(\p{L}+)\.?,?\s+(\d{4})(?:[,\s]+(\d\d?:\d\d))?$/u;

/**
 * The moment that a reader wrote, as a link has it; null where it is none.
 * @param {string} text such as "3 May 2023, 12:00", "3 may 2023" or "2023-05-03"
 * @param {string} lang
 */
export function parseWritten(text, lang) {
  const iso = ISO_MOMENT.exec(text.trim());
  if (iso) return joinMoment(iso[1], iso[2]);
  const [, day, name, year, time] = WORDED_MOMENT.exec(text.trim()) ?? [];
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
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? written : null;
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
