// What geo/publishing/site/explorer/files.py writes for the explorer of a site.
import type {WrittenLayer} from '../../../drawing/browser/types/layers.js';
import type {
  CameraTriple,
  MapStyle,
  TimeWindow,
  Word,
  Zone,
} from '../../../drawing/browser/types/events.js';
import type {TimeMap} from '../../../drawing/browser/time_map.js';
import type {Grammar} from './link.js';

export type Theme = 'light' | 'dark';

/** The style of the map and the layers of its events. */
export interface Look {
  style: MapStyle;
  layers: WrittenLayer[];
}

/** What is shown of an event that is selected. */
export interface Selected extends Record<Theme, WrittenLayer[]> {
  /** HTML of our own, in which every word of a story is escaped. */
  card: string;
}

export interface Site {
  /** The days of the record are others on another clock. */
  grammar: Record<Zone, Grammar>;
  title: string;
  version: string;
  total: number;
  /** Where the app is served; '' for nowhere. */
  app: string;
  /** Whether there are pages of briefings. */
  briefings: boolean;
  rows: string;
  facets: string;
  looks: Record<Theme, Record<string, Look>>;
  wholes: Record<Zone, TimeWindow>;
  /** The range of each preset, as a link writes it. */
  presets: Record<string, {from?: string[]; to?: string[]}>;
  /** The words of LegendOptions that are the same for every link. */
  legend: {verification: Word[]; notes: Word[]; colours: (Word & {parameter: string})[]};
  cameras: Record<string, CameraTriple>;
  /** The folder of each event's page. */
  folders: Record<string, string>;
  /** What the record holds on each event, as a hash: its card must be of the same. */
  hashes: Record<string, string>;
  answers: Record<string, unknown>;
  /** The addresses that SITE_BASE answers. */
  later: string[];
  map?: TimeMap;
  /** Called by the script of an event. */
  receive?: (id: string, hash: string, selected: Selected) => void;
}

/** A script that runs only if it has the hash that its page names. */
export interface BoundScript {
  src: string;
  /** By the rules of Subresource Integrity. */
  integrity?: string;
}

export interface SiteSearch {
  texts: string[];
  letters: Record<string, string>;
}

declare global {
  /** What geo/publishing/site/explorer/offline.py writes for offline.js. */
  var OFFLINE: {
    version: string;
    /** What the explorer needs, as its page names it. */
    files: string[];
    /** Files and folders at the top of the site. */
    own: string[];
  };
  /** The scripts of the explorer, as geo/publishing/site/explorer/start_page.py writes them. */
  var SITE_SCRIPTS: Record<'data' | 'explorer' | 'deck' | 'base' | 'search', BoundScript>;
  var SITE: Site;
  /** The folder of each event's page, as geo/publishing/site/pages/claims_links.py writes it. */
  var SITE_FOLDERS: Record<string, string> | undefined;
  var SITE_BASE: Record<string, unknown> | undefined;
  var SITE_SEARCH: SiteSearch | undefined;
}
