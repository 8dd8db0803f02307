// What the choices of what is new and of what was known say.

export const SINCE_WORDS = {
  title: 'New or changed since',
  any: 'at any time',
  lastVisit: 'my last visit, {day} ({count})',
  day: '{day} ({count})',
  version: 'version {version} of {day} ({count})',
  inWords: 'What has changed, in words',
  new: 'new',
  changed: 'changed',
};

export const KNOWN_WORDS = {
  title: 'What was known at',
  now: 'Now',
  help:
    'Events first reported later are not shown. On the clock of the story. Ratings, places and ' +
    "times are today's: what was thought of them then is not on record.",
};
