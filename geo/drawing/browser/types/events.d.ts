// What Python sends of the events and of what is shown of them.

export type Colour = string | readonly number[];

/** The clock on which the window is read. */
export type Zone = 'place' | 'utc';

/** Start and end in milliseconds on the clock of the zone; the end is not included. */
export type TimeWindow = [start: number, end: number];

/** One value of the column that events are coloured by. */
export interface Group {
  id: string;
  label: string;
  colour: Colour;
}

/** A range of dates that the story offers, by its name. */
export interface Preset {
  id: string;
  label: string;
}

/** One event as Python writes it; moments in milliseconds, null where not known. */
export interface EventRow {
  id: string;
  title: string;
  place: string;
  /** Degrees; null if the place is not known. */
  lon: number | null;
  lat: number | null;
  /** First moment, UTC. */
  t0: number | null;
  /** End, UTC, not included. */
  t1: number | null;
  /** First moment on the clock of the place. */
  l0: number | null;
  /** End on the clock of the place, not included. */
  l1: number | null;
  verification: string;
  when: string;
  status: string;
  distance: string;
  /** Columns that events can be coloured by. */
  [column: string]: string | number | null;
}

export interface Word {
  id: string;
  label: string;
  meaning?: string;
}

/** A field with words: its codes count into the words, -1 for none. */
export interface FacetField {
  name: string;
  parameter: string;
  title: string;
  words: Word[];
  codes: ArrayLike<number>;
}

/** What the claims as a whole say of an event; the rows as an encoded mask. */
export interface FacetVoice {
  id: string;
  label: string;
  rows: string;
}

/** What events are filtered by: columns in the order of the event rows. */
export interface FacetsContent {
  fields: FacetField[];
  voices: FacetVoice[];
  /** Least possible distance from the border in metres, negative inside; null where not known. */
  low: (number | null)[];
  /** Greatest possible distance. */
  high: (number | null)[];
  /** From when each is on record, ms on the story's clock; null for never. */
  reported: (number | null)[];
  /** The versions of the data, the oldest first, those shown last. */
  versions: {id: string; date: string}[];
  /** The index of the last version from which each differs in substance; -1 for none. */
  changed: number[];
  /** The index of the last version that lacks it. */
  added: number[];
  /** The index of the last version from which it differs at all. */
  edited: number[];
}

/** What Python has answered of the reports of a page (ui/components/reports.py). */
export interface Answered {
  /** Which Python: another one has another memory. */
  session: string;
  /** The last number by name. */
  serials: Record<string, number>;
}

/** What the map and the parts beside it show of the events. */
export interface MapState {
  /** Reports that Python has answered; missing on pages without Python. */
  answered?: Answered;
  /** Address of the event rows. */
  rows: string;
  /** Address of the facets. */
  facets: string;
  /** All filters but time, in the grammar of the link. */
  filters: string;
  /** Address of an encoded mask of the rows in which the text of the filters was found. */
  matches: string | null;
  window: TimeWindow;
  zone: Zone;
  selected: string | null;
}

/** What stays as it is while a reader explores. */
export interface MapStyle {
  groups: Group[];
  /** The column that `groups` are the values of. */
  field: string;
  /** West, south, east, north; east < west crosses the antimeridian. */
  bounds: [number, number, number, number];
  credit: string;
  background: Colour | null;
  presets: Preset[];
  /** An SVG path for each word of `verification` (geo/drawing/marks/marks.py). */
  marks: Record<string, string>;
  /** Opacity of an event that only possibly passes the filters. */
  possible_opacity: number;
  /** BCP 47, for dates and numbers. */
  lang: string;
}

export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
}

/** Longitude, latitude, zoom. */
export type CameraTriple = [number, number, number];
