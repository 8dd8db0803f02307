// What declare.py writes above the module of the components.

/** Addresses of pydeck's bundle and of our style sheet. */
declare const ASSETS: {bundle: string; style: string};
