// What the time bar spans, as geo/times/ranges.py says it.
/** @import {TimeWindow} from '../../../drawing/browser/types/events.js' */

const MINUTE_LONG = 60_000;
const HOUR_LONG = 60 * MINUTE_LONG;
const DAY_LONG = 24 * HOUR_LONG;
const BY_MINUTE = 3 * DAY_LONG;
const BY_HOUR = 31 * DAY_LONG;

/**
 * A short range gets a bar of its own, half as long again on either side; any other shows the
 * whole record by days.
 * @param {TimeWindow | null} chosen
 * @param {TimeWindow} whole
 * @returns {{domain: TimeWindow, step: number}}
 */
export function spanTime(chosen, whole) {
  const [start, end] = chosen ?? whole;
  const length = end - start;
  const fine = length <= BY_MINUTE ? MINUTE_LONG : HOUR_LONG;
  if (!chosen) return {domain: whole, step: length <= BY_HOUR ? fine : DAY_LONG};
  const isWholeDays = start % DAY_LONG === 0 && end % DAY_LONG === 0;
  if (length > BY_HOUR || (isWholeDays && length > BY_MINUTE)) {
    const [first, last] = [Math.min(start, whole[0]), Math.max(end, whole[1])];
    return {
      domain: [Math.floor(first / DAY_LONG) * DAY_LONG, Math.ceil(last / DAY_LONG) * DAY_LONG],
      step: DAY_LONG,
    };
  }
  const margin = length / 2;
  const [first, last] = [start - margin, end + margin];
  return {
    domain: [Math.floor(first / HOUR_LONG) * HOUR_LONG, Math.ceil(last / HOUR_LONG) * HOUR_LONG],
    step: fine,
  };
}
