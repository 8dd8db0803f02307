// The widths of a window at which what lies beside and over the map changes.

/** The map keeps most of the window beside the list. */
export const ROOMY = matchMedia('(min-width: 72rem)');
export const PHONE = matchMedia('(max-width: 47.99rem)');
