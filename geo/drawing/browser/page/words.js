// What the map, the time bar, the list and the filter panel say.

export const WORDS = {
  map:
    'Map of the events. Arrow keys move it, plus and minus zoom, ' +
    'Enter opens what is in the middle. ' +
    'The list holds the same events.',
  loading: 'Drawing the map…',
  failed: 'The map cannot be drawn: {reason}. The time bar and the list still work.',
  lost: 'The browser has stopped this map to save memory. It is drawn again when it is in view.',
  noBundle: 'the drawing library did not load',
  noWebgl: 'this browser offers no WebGL 2',
  noData: 'its data did not load',
  noLayers: 'its layers cannot be read',
  noStreets: 'No street map here',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeExtent: 'Fit the events found',
  outsideOne: 'The event found is not on this map',
  outsideAll: 'None of the {found} events found is on this map',
  outsideSome: 'Not on this map: {outside} of {found} events found',
  fit: 'Fit',
  timeBar: 'Time range',
  from: 'First moment shown',
  to: 'End of the time shown',
  until: 'just before {moment}',
  zone: 'local time',
  play: 'Play',
  pause: 'Pause',
  stepBack: 'Step back',
  stepForward: 'Step forward',
  speed: 'Speed',
  perSecond: '{amount}/s',
  backToRange: 'Back to range',
  count: '{shown} of {total}',
  possibly: ', {possible} possibly',
  events: '{shown} events',
  eventsOf: '{shown} of {total} events',
  eventOne: '1 event',
  onlyPossibly: ', {possible} of them only possibly',
  outsideDates: '{count} outside the dates',
  hiddenByFilters: '{count} hidden by filters',
  noMatch: 'No event matches these filters',
  noEvents: 'This record has no events',
  scale: 'Events per {span}, at most {tallest}; √ scale',
  histogram: 'Events per {span} by the day they start: at most {tallest}, on a square-root scale.',
  eventsHere: '{shown} events here',
  andMoreHere: 'and {more} more here',
  listName: 'Events in these dates; arrow keys move from one to the next',
  possiblyInRange: 'may fall outside your selection',
  oldestFirst: 'Oldest first',
  newestFirst: 'Newest first',
  showMore: 'Show {more} more',
  noneInDates: 'No event in these dates',
  filters: 'Filters',
  find: 'Find',
  didYouMean: 'Did you mean {text}?',
  clearSearch: 'Clear the search',
  findHint: 'place, speaker, word',
  dates: 'Dates',
  allDates: 'All dates',
  ownDates: 'Custom dates',
  zones: 'Time zone',
  zonePlace: 'Local time',
  zoneUtc: 'UTC',
  zoneHelp:
    'The same moment can fall on different days: 01:00 on 2 June at UTC+3 is 22:00 UTC on 1 June.',
  voices: 'Only events where',
  explain: 'What these words mean',
  reach: 'Distance from the border',
  nearest: 'Minimum distance from the border, km',
  farthest: 'Maximum distance from the border, km',
  anyDistance: 'any',
  kilometre: '{km} km',
  onBorder: 'on the border',
  inside: 'inside',
  outside: 'outside',
  outsideAt: '{low} km outside',
  insideAt: '{low} km inside',
  outsideBetween: '{low} to {high} km outside',
  insideBetween: '{high} to {low} km inside',
  acrossBorder: '{low} km inside to {high} km outside',
  outsideAtMost: 'up to {high} km outside, or inside',
  outsideAtLeast: '{low} km or more outside',
  insideAtMost: 'outside, or up to {low} km inside',
  insideAtLeast: '{high} km or more inside',
  reachHelp:
    "Shown if the location's uncertainty circle overlaps this range; marked possible if only " +
    'partly. The left end stands for all that lies inside the border, however deep.',
  allShown: '{shown} events shown',
  oneShown: '1 event shown',
  showAll: 'Show all events',
};

/** @typedef {typeof WORDS} Words */

/**
 * Put values into the {slots} of a sentence.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function fillTemplate(template, values) {
  return template.replace(/\{(\w+)\}/g, (slot, name) => String(values[name] ?? slot));
}
