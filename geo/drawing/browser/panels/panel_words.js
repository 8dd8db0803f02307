// What the buttons of the panels and of the sheet say.

/** The event of the window that asks the list to take the focus; its detail may name an entry. */
export const LIST_WANTED = 'list-wanted';

export const PANEL_WORDS = {
  filters: 'Filters',
  list: 'Events',
  card: 'Event',
  raise: 'Show more',
  lower: 'Show the map',
  skip: 'Skip to the list of events',
};
