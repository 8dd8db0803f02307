// What geo/publishing/site/briefing/files.py writes for the briefings of a site.
import type {StepsContent} from '../../one_file/briefing_steps.js';
import type {BoundScript} from '../explorer/types.js';

/** What all briefings of a site share. */
export interface BriefingMap extends Pick<StepsContent, 'base' | 'answers'> {
  /** The address of the rows of the record. */
  rows: string;
  /** The folders of events whose pages are not in one of their id. */
  folders: Record<string, string>;
}

declare global {
  var BRIEFING_MAP: BriefingMap;
  /** What a page runs, in this order. */
  var BRIEFING_SCRIPTS: BoundScript[];
  var BRIEFING: Omit<StepsContent, 'base'>;
}
