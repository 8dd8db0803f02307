// The count of a window in words.
import {fillTemplate} from '../page/words.js';
/** @import {TimeWindow} from '../types/events.js' */
/** @import {TimeBarContent} from './time_bar.js' */

/**
 * @param {Pick<TimeBarContent, 'events' | 'words' | 'lang'>} content
 * @param {TimeWindow} window
 */
export function countInWindow({events, words, lang}, window) {
  const {shown, possible, total} = events.count(window);
  const number = new Intl.NumberFormat(lang);
  return (
    fillTemplate(words.count, {shown: number.format(shown), total: number.format(total)}) +
    (possible ? fillTemplate(words.possibly, {possible: number.format(possible)}) : '')
  );
}
