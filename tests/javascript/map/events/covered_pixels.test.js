import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CoveredPixels} from '../../../../geo/drawing/browser/map/events/covered_pixels.js';

const ONCE = [0]; // no view here but those that say so is wider than the world

test('what no circle covers is open, what lies beside the view is not', () => {
  const pixels = new CoveredPixels(40, 30, ONCE);
  assert.ok(pixels.isOpen(0, 0, 1));
  assert.ok(pixels.isOpen(-4, 15, 5));
  assert.ok(pixels.isOpen(20, 34, 5));
  for (const [x, y] of [
    [-6, 15],
    [46, 15],
    [20, -6],
    [20, 36],
    [NaN, NaN],
  ]) {
    assert.ok(!pixels.isOpen(x, y, 5), `${x}, ${y}`);
  }
});

test('no view has no pixel', () => {
  assert.ok(!new CoveredPixels(0, 0, ONCE).isOpen(0, 0, 10));
});

test('a circle covers the pixels that lie wholly in it', () => {
  const pixels = new CoveredPixels(70, 40, ONCE);
  pixels.cover(33.3, 20.6, 6.4, 1);
  for (let row = 0; row < 40; row++) {
    for (let column = 0; column < 70; column++) {
      const corners = [0, 1].flatMap(a => [0, 1].map(b => [column + a, row + b]));
      const isCovered = corners.every(([x, y]) => Math.hypot(x - 33.3, y - 20.6) <= 6.4);
      // A circle of this size touches its own pixel alone.
      assert.equal(pixels.isOpen(column + 0.5, row + 0.5, 0.1), !isCovered, `${column}, ${row}`);
    }
  }
});

test('a circle is open as long as it touches a pixel beside what covers it', () => {
  const pixels = new CoveredPixels(100, 100, ONCE);
  pixels.cover(50, 50, 30, 1);
  assert.ok(!pixels.isOpen(50, 50, 25));
  assert.ok(!pixels.isOpen(60, 50, 15));
  assert.ok(pixels.isOpen(75, 50, 5.5));
  assert.ok(pixels.isOpen(50, 50, 31));
});

test('what is wider than a word of bits is covered whole', () => {
  const pixels = new CoveredPixels(300, 20, ONCE);
  pixels.cover(150, 10, 400, 1);
  assert.ok(!pixels.isOpen(150, 10, 1_000));
});

test('pale layers hide what is below once no shade of it is left', () => {
  const pixels = new CoveredPixels(20, 20, ONCE);
  // 0.55 of it is left by each: 0.55 ** 10 is more than a 512th, 0.55 ** 11 is less.
  for (let i = 0; i < 10; i++) pixels.cover(10, 10, 8, 0.45);
  assert.ok(pixels.isOpen(10, 10, 2));
  for (let i = 0; i < 2; i++) pixels.cover(10, 10, 8, 0.45);
  assert.ok(!pixels.isOpen(10, 10, 2));
  pixels.cover(3, 3, 2, 0);
  assert.ok(pixels.isOpen(3, 3, 0.5), 'what has no colour hides nothing');
});

test('a view that shows the world twice shows a place twice', () => {
  const pixels = new CoveredPixels(250, 20, [-100, 0, 100, 200]);
  pixels.cover(10, 10, 6, 1);
  for (const x of [10, 110, -90]) assert.ok(!pixels.isOpen(x, 10, 2), String(x));
  assert.ok(pixels.isOpen(60, 10, 2));
});

test('a circle that its own copy alone does not show is shown by the next', () => {
  const pixels = new CoveredPixels(100, 20, [0, 100]);
  assert.equal(pixels.findShown(-30, 5), 70);
  assert.equal(pixels.findShown(-4, 5), -4);
  assert.equal(pixels.findShown(30, 5), 30);
  assert.ok(Number.isNaN(pixels.findShown(110, 5)));
  pixels.cover(-30, 10, 4.5, 1);
  assert.ok(!pixels.isOpen(-30, 10, 2));
});

test('rows that are covered from edge to edge leave the others open', () => {
  const pixels = new CoveredPixels(40, 30, ONCE);
  // A circle so wide that its edge is straight to a tenth of a pixel.
  for (const middle of [-9_990, 10_020]) pixels.cover(20, middle, 10_000, 1);
  for (let row = 0; row < 30; row++) {
    assert.equal(pixels.isOpen(20.5, row + 0.5, 0.1), row >= 9 && row <= 20, String(row));
  }
  pixels.cover(20, 15, 100, 1);
  assert.ok(!pixels.isOpen(20, 15, 100));
});
