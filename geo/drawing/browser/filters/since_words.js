// What the choices of what is new and of what was known say.

export const SINCE_WORDS = {
  title: 'New or changed',
  any: 'at any time',
  lastVisit: 'since my last visit, {day} ({count})',
  day: 'since {day} ({count})',
  days: 'Days',
  revisions: 'Revisions of the data',
  revision: 'in the last revision ({count})',
  lastRevisions: 'in the last {back} revisions ({count})',
  otherDay: 'since another day …',
  dayHint: '15 May 2024',
  wantedDay: 'A day such as 15 May 2024',
  kinds: 'Which changes',
  newAndChanged: 'New and changed ({count})',
  onlyNew: 'New ({count})',
  onlyChanged: 'Changed ({count})',
  onlyReworded: 'Reworded ({count}): no fact, number or denial changed',
  inWords: 'What has changed, in words',
  new: 'new',
  changed: 'changed',
  reworded: 'reworded',
};

export const KNOWN_WORDS = {
  title: 'What was known at',
  now: 'Now',
  hint: '15 May 2024, 12:00',
  wanted: 'A day, with or without a time, such as 15 May 2024, 12:00',
  help:
    "Events first reported later are not shown. Times are in the story's time zone. " +
    "Verification, attribution, places and times are today's: the record does not say how they " +
    'were seen at the time.',
};
