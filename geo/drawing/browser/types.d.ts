// What Python sends: the event rows, the facets, and the options of each part.

export type Colour = string | readonly number[];

/** Whose clock the window is read on. */
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
  /** Degrees; null where the place is not known. */
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

/** What the claims as a whole say of an event; the rows as a packed mask. */
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
  /** The place of the last version from which each differs in substance; -1 for none. */
  changed: number[];
  /** The place of the last version that lacks it. */
  added: number[];
  /** The place of the last version from which it differs at all. */
  edited: number[];
}

/** What Python has answered of the reports of a page (ui/reports.py). */
export interface Answered {
  /** Which Python: another one has another memory. */
  session: string;
  /** The last number by name. */
  serials: Record<string, number>;
}

/** What the map and the parts beside it show of the events. */
export interface MapState {
  /** Of the page that shows this; none where no Python is asked. */
  answered?: Answered;
  /** Address of the event rows. */
  rows: string;
  /** Address of the facets. */
  facets: string;
  /** All filters but time, in the grammar of the link. */
  filters: string;
  /** Address of a packed mask of the rows in which the text of the filters was found. */
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
  /** An SVG path for each word of `verification` (geo/drawing/marks.py). */
  marks: Record<string, string>;
  /** Of an event that only may be shown. */
  possible_opacity: number;
  /** BCP 47, for dates and numbers. */
  lang: string;
}

/** What of a tile has a colour of its own (geo/drawing/tile_layers.py). */
export type TileColour =
  | 'land'
  | 'water'
  | 'river'
  | 'green'
  | 'urban'
  | 'building'
  | 'road'
  | 'street'
  | 'rail'
  | 'runway';

export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
}

/** Longitude, latitude, zoom. */
export type CameraTriple = [number, number, number];

/** A layer as pydeck writes it: accessors are expressions, data an address or rows. */
export interface WrittenLayer {
  '@@type': string;
  id: string;
  data?: string | object[];
  [property: string]: unknown;
}

/** The layer of the events as Python writes it (geo/drawing/layers.py). */
export interface WrittenEvents {
  /** The place of each word's mark in the picture of all marks. */
  markCells: Record<string, number>;
  halo: number[];
  /** The column that `colours` are the values of. */
  colourField: string;
  colours: Record<string, number[]>;
  otherColour: number[];
  /** Of 255, by the word of verification. */
  discFills: Record<string, number>;
  /** How strong the line of a disc is, of 255. */
  line: number;
  lineBelowPin: number;
  smallestDiscPx: number;
  markPx: number;
  smallestMarkPx: number;
  /** The zoom. */
  fullSizeFrom: number;
}

/** A pydeck Deck as JSON. */
export interface DeckSpec {
  layers?: WrittenLayer[];
}

export interface TimeMapOptions extends MapState, MapStyle {
  /** Address of a DeckSpec whose layers lie below those of `spec`. */
  base?: string | null;
  spec: DeckSpec;
  /** Of base and spec together. */
  hash: string;
  /** What the reader does that is reported: "onWindow", "onCamera", "onPick". */
  asks?: string[];
  /** Which step of a story this is: another one takes the map back from the reader. */
  story_step: string | number | null;
  /** What the time bar spans, ms. */
  domain: TimeWindow;
  /** What the handles move by, ms. */
  step: number;
  camera: Camera | null;
  /** A CSS length. */
  height: string;
  /** What holds of all that is shown; it stands with the credits. */
  note?: string;
  /** A picture of the base map, below the frame, until the live one is drawn. */
  still?: HTMLElement | null;
}

/** What a reader does on the map. */
export interface TimeMapHandlers {
  /** A gesture on the time bar has ended. */
  onWindow?: (window: TimeWindow) => void;
  onCamera?: (camera: CameraTriple) => void;
  /** Null for a click beside all events. */
  onPick?: (id: string | null) => void;
}

export interface EventListOptions extends MapStyle {
  selected: string | null;
  height: string;
}

export interface EventCountOptions {
  /** What Python counts, in words. */
  count: string;
  /** All events of the record. */
  total: number;
  /** The filters in words. */
  words: string;
  /** Why events are not shown. */
  others: string;
  /** BCP 47. */
  lang: string;
}

export interface LegendOptions extends MapStyle {
  /** The parameter of the link that filters by `field`. */
  parameter: string;
  /** The words of verification that the record has. */
  verification: Word[];
  /** Whether a border is drawn. */
  border: boolean;
  /** What colours may say. */
  colours: Word[];
  /** What they say now. */
  colour: string;
}

export interface CopyOptions {
  /** Address of what is copied. */
  content: string;
}

export interface ShareOptions {
  /** The link of the view, with the version of its data. */
  address: string;
  title: string;
  /** Whether the link is sent to another app, instead of copied. */
  sends: boolean;
}

export interface PanelsOptions {
  /** Whether the page has a map, which its panels lie beside. */
  map: boolean;
  /** Whether the page has filters. */
  filters: boolean;
  selected: string | null;
}

/** What a reader sees of a search, by geo/link/search_note.py. */
export interface SearchNote {
  /** As it was typed. */
  text: string;
  words: string;
  /** Texts that may have been meant. */
  suggested: string[];
  is_empty: boolean;
}

export interface FilterPanelOptions extends MapState, MapStyle {
  /** The range of dates in use. */
  preset: string | null;
  /** Whether dates leave anything out. */
  dated?: boolean;
  /** No other dates or clock can be asked for. */
  datesAreFixed?: boolean;
  /** Whether anything is left out. */
  filtered: boolean;
  /** Whether the reader may ask here what was known at a moment. */
  knowable?: boolean;
  search?: SearchNote;
}

export interface StepPlayerOptions {
  answered?: Answered;
  /** Counts from 1. */
  step: number;
  headlines: string[];
}
