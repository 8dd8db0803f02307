// Reports where a map has moved to: once, a while after the last move.

const REPORT_MS = 400;

export class CameraReport {
  #isWanted = false;
  #isDragged = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} onReport */
  constructor(onReport) {
    this.onReport = onReport;
  }

  /** Moves are reported from now on. */
  start() {
    this.#isWanted = true;
  }

  /** Nothing is reported until the next start. */
  stop() {
    clearTimeout(this.#timer);
    this.#isWanted = false;
  }

  /** Report a while after the last move; not during a drag, however slowly the map paints. */
  schedule(isDragged = this.#isDragged) {
    this.#isDragged = isDragged;
    clearTimeout(this.#timer);
    if (!this.#isWanted || isDragged) return;
    this.#timer = setTimeout(this.onReport, REPORT_MS);
  }
}
