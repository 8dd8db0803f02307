// How large marks are drawn at a zoom.
/** @import {WrittenEvents} from '../../types/layers.js' */

/** @typedef {Pick<WrittenEvents, 'markPx' | 'smallestMarkPx' | 'fullSizeFrom'>} MarkSizes */

/** Side of a mark with its halo, px. @param {number} zoom @param {MarkSizes} drawn */
export function markSide(zoom, {markPx, smallestMarkPx, fullSizeFrom}) {
  return Math.min(markPx, Math.max(smallestMarkPx, markPx * 2 ** (zoom - fullSizeFrom)));
}
