// Reads the wire format of protocol buffers, without trusting it: no part reaches beyond its end.

const TEXT = new TextDecoder();

/** The fields of a message in protocol buffers, one after the other. */
export class Message {
  /** @param {DataView} view */
  constructor(view) {
    this.view = view;
    this.at = 0;
  }

  get hasMore() {
    return this.at < this.view.byteLength;
  }

  /** A whole number; beyond 2**53 it is no longer exact. */
  number() {
    let value = 0;
    for (let factor = 1; factor < 2 ** 70; factor *= 128) {
      const byte = this.view.getUint8(this.at++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError('a number without end');
  }

  /** @returns {DataView} */
  part() {
    const length = this.number();
    if (length > this.view.byteLength - this.at) throw new RangeError('a part that ends early');
    const {buffer, byteOffset} = this.view;
    this.at += length;
    return new DataView(buffer, byteOffset + this.at - length, length);
  }

  text() {
    return TEXT.decode(this.part());
  }

  /** Call `read` with the number of each field; pass over what it does not read. */
  fields(/** @type {(field: number) => void} */ read) {
    while (this.hasMore) {
      const tag = this.number();
      const before = this.at;
      read(Math.floor(tag / 8));
      if (this.at === before) this.#skip(tag % 8);
    }
  }

  /** @param {number} type of a field */
  #skip(type) {
    if (type === 0) this.number();
    else if (type === 1) this.at += 8;
    else if (type === 2) this.part();
    else if (type === 5) this.at += 4;
    else throw new RangeError('no vector tile');
  }
}

/** @param {number} value zigzag: 0, -1, 1, -2 */
export const signed = value => (value % 2 ? -(value + 1) / 2 : value / 2);

/** @param {DataView} view @returns {number[]} */
export function readNumbers(view) {
  const message = new Message(view);
  const numbers = [];
  while (message.hasMore) numbers.push(message.number());
  return numbers;
}
