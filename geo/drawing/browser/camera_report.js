// Reports where a reader has moved the map to: once, a while after the last move.

const REPORT_MS = 400;

export class CameraReport {
  #isMovedByReader = false;
  #isDragged = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} onReport */
  constructor(onReport) {
    this.onReport = onReport;
  }

  /** The reader moves the map: moves are reported from now on. */
  start() {
    this.#isMovedByReader = true;
  }

  /** The map is moved by others: nothing is reported until the reader moves it again. */
  stop() {
    clearTimeout(this.#timer);
    this.#isMovedByReader = false;
  }

  /** Report a while after the last move; not during a drag, however slowly the map paints. */
  schedule(isDragged = this.#isDragged) {
    this.#isDragged = isDragged;
    clearTimeout(this.#timer);
    if (!this.#isMovedByReader || isDragged) return;
    this.#timer = setTimeout(this.onReport, REPORT_MS);
  }
}
