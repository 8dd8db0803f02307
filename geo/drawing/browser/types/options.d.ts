// What each part beside and on the map is given, and what it reports.

import type {DeckSpec} from './layers.js';
import type {
  Answered,
  Camera,
  CameraTriple,
  MapState,
  MapStyle,
  TimeWindow,
  Word,
} from './events.js';

export interface TimeMapOptions extends MapState, MapStyle {
  /** Address of a DeckSpec whose layers lie below those of `spec`. */
  base?: string | null;
  spec: DeckSpec;
  /** Hash of base and spec together. */
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
  /** A note about everything shown, displayed with the credits. */
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
  /** Why events are not shown, until they are counted here. */
  others: string;
  /** BCP 47. */
  lang: string;
}

export interface LegendOptions extends MapStyle {
  /** The parameter of the link that filters by `field`. */
  parameter: string;
  /** The words of verification that the record has. */
  verification: Word[];
  /** What else may be drawn. */
  notes: Word[];
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

/** What a reader sees of a search, by geo/link/search/search_note.py. */
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
