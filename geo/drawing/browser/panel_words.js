// What the buttons of the panels and of the sheet say.

export const PANEL_WORDS = {
  filters: 'Filters',
  list: 'Events',
  card: 'Event',
  raise: 'Show more',
  lower: 'Show the map',
};
