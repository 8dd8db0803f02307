// What the app alone shows of a link, by the parameter that asks for it, in words.

/** Filters without a control on a site, which its notes name. @type {Record<string, string>} */
export const ONLY_IN_APP_WORDS = {
  known: 'claims as they were known at an earlier moment',
};
