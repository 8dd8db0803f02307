// Tells a wish of Python from the echo of what we reported: reruns may come late, twice, or not at all.

export class Echo {
  /** @param {(a: any, b: any) => boolean} same whether two values mean the same */
  constructor(same) {
    this.same = same;
    this.reported = []; // what Python has not answered yet, oldest first
    this.heard = undefined; // what Python said last
  }

  /** Remember a value that was just sent to Python. */
  report(value) {
    this.reported.push(value);
  }

  /** Take the next value as news, whatever it is. */
  forget() {
    [this.reported, this.heard] = [[], undefined];
  }

  /** Whether a value from Python asks for a change here. */
  isNews(value) {
    if (this.heard !== undefined && this.same(value, this.heard)) {
      // There and back again: a run that hears of both answers neither.
      if (this.reported.length && this.same(value, this.reported.at(-1))) this.reported = [];
      return false;
    }
    this.heard = value;
    const answered = this.reported.findIndex(sent => this.same(sent, value));
    if (answered < 0) {
      this.reported = [];
      return true;
    }
    this.reported.splice(0, answered + 1);
    return false;
  }
}

export const sameWindow = (a, b) => a === b || (!!a && !!b && a[0] === b[0] && a[1] === b[1]);

// A link may round a camera; half of its last digit is no reason to move.
export const sameCamera = (a, b) =>
  a === b ||
  (!!a &&
    !!b &&
    Math.abs(a[0] - b[0]) < 0.006 &&
    Math.abs(a[1] - b[1]) < 0.006 &&
    Math.abs(a[2] - b[2]) < 0.06);
