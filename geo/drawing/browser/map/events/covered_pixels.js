// Which pixels of a view still show what is painted below: covered from the top down by circles.

// A share of what lies below that no screen of 256 shades can show.
const INVISIBLE = 1 / 512;
// What pale layers hide adds up to this where nothing below them can be seen.
const ALL = 255;

/** The bits from..to of a word of 32. @type {(from: number, to: number) => number} */
const bits = (from, to) => (-1 << from) & (-1 >>> (31 - to));

export class CoveredPixels {
  #words;
  /** A bit for each pixel that is not covered. */
  #open;
  /** How much the pale layers over each pixel hide together. */
  #hidden;

  /** The rows from the first to the last that is not covered whole. */
  #first = 0;
  #last;

  /**
   * @param {number} width pixels
   * @param {number} height pixels
   * @param {number[]} copies pixels to the right at which the same is shown again, the least first
   */
  constructor(width, height, copies) {
    this.width = Math.ceil(width);
    this.height = Math.ceil(height);
    this.copies = copies;
    this.#last = this.height - 1;
    this.#words = (this.width + 31) >> 5;
    this.#open = new Int32Array(this.#words * this.height).fill(-1);
    this.#hidden = new Uint8Array(this.width * this.height);
  }

  /** Whether the columns of a circle are shown. @param {number} x @param {number} radius */
  #isShown(x, radius) {
    return x + radius >= 0 && x - radius <= this.width;
  }

  /**
   * Where the view shows a circle, of several copies the first; NaN where it shows none.
   * @param {number} x
   * @param {number} radius
   */
  findShown(x, radius) {
    for (const copy of this.copies) if (this.#isShown(x + copy, radius)) return x + copy;
    return NaN;
  }

  /**
   * Whether a circle touches a pixel that is not covered.
   * @param {number} x of its middle, pixels from the left edge
   * @param {number} y pixels down from the upper edge
   * @param {number} radius
   */
  isOpen(x, y, radius) {
    for (const copy of this.copies) {
      if (this.#isShown(x + copy, radius) && this.#isCopyOpen(x + copy, y, radius)) return true;
    }
    return false;
  }

  /** @param {number} x @param {number} y @param {number} radius */
  #isCopyOpen(x, y, radius) {
    const last = Math.min(this.#last, Math.floor(y + radius));
    for (let row = Math.max(this.#first, Math.floor(y - radius)); row <= last; row++) {
      // The line of the row that is nearest to the middle has the longest chord.
      const off = Math.max(0, row - y, y - row - 1);
      const half = Math.sqrt(radius * radius - off * off);
      const from = Math.max(0, Math.floor(x - half));
      const to = Math.min(this.width - 1, Math.floor(x + half));
      if (from <= to && this.#isRowOpen(row * this.#words, from, to)) return true;
    }
    return false;
  }

  /** @param {number} start of the row, words @param {number} from @param {number} to */
  #isRowOpen(start, from, to) {
    const [first, last, open] = [start + (from >> 5), start + (to >> 5), this.#open];
    if (first === last) return (open[first] & bits(from & 31, to & 31)) !== 0;
    if (open[first] & bits(from & 31, 31) || open[last] & bits(0, to & 31)) return true;
    for (let word = first + 1; word < last; word++) if (open[word]) return true;
    return false;
  }

  /**
   * Cover the pixels that lie wholly in a circle.
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {number} opacity 0 to 1
   */
  cover(x, y, radius, opacity) {
    const layer = opacity < 1 ? Math.log(1 - opacity) / Math.log(INVISIBLE) : 1;
    const hidden = Math.floor(ALL * layer);
    if (!hidden || radius <= 0) return;
    for (const copy of this.copies) {
      if (this.#isShown(x + copy, radius)) this.#coverCopy(x + copy, y, radius, hidden);
    }
    while (this.#first <= this.#last && !this.#isOpenAcross(this.#first)) this.#first++;
    while (this.#first <= this.#last && !this.#isOpenAcross(this.#last)) this.#last--;
  }

  /** @param {number} row */
  #isOpenAcross(row) {
    return this.#isRowOpen(row * this.#words, 0, this.width - 1);
  }

  /** @param {number} x @param {number} y @param {number} radius @param {number} hidden */
  #coverCopy(x, y, radius, hidden) {
    const last = Math.min(this.height - 1, Math.floor(y + radius));
    for (let row = Math.max(0, Math.floor(y - radius)); row <= last; row++) {
      // The farthest line has the shortest chord.
      const off = Math.max(y - row, row + 1 - y);
      const half = Math.sqrt(Math.max(0, radius * radius - off * off));
      const from = Math.max(0, Math.ceil(x - half));
      const to = Math.min(this.width, Math.floor(x + half)) - 1;
      if (hidden >= ALL) this.#close(row, from, to);
      else this.#hide(row, from, to, hidden);
    }
  }

  /** @param {number} row @param {number} from @param {number} to */
  #close(row, from, to) {
    const start = row * this.#words;
    for (let x = from; x <= to; x = (x | 31) + 1) {
      this.#open[start + (x >> 5)] &= ~bits(x & 31, Math.min(to, x | 31) & 31);
    }
  }

  /** @param {number} row @param {number} from @param {number} to @param {number} hidden */
  #hide(row, from, to, hidden) {
    for (let x = from, at = row * this.width + from; x <= to; x++, at++) {
      const sum = this.#hidden[at] + hidden;
      this.#hidden[at] = Math.min(ALL, sum);
      if (sum >= ALL) this.#close(row, x, x);
    }
  }
}
