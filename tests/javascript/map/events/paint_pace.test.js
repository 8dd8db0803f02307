import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {PaintPace} from '../../../../geo/drawing/browser/map/events/paint_pace.js';

/** A pace whose paints take a while, the first of them not asked for. @param {number} tookMs */
function paced(tookMs) {
  const clock = {now: 0, paints: 0};
  /** @type {PaintPace} */
  const pace = new PaintPace(
    () => {
      clock.paints += 1;
      pace.started();
      pace.asked();
    },
    painted => {
      clock.now += tookMs;
      painted();
    },
    () => clock.now,
  );
  pace.started();
  pace.asked();
  return {clock, pace};
}

test('how long a paint takes is known once the card has painted', () => {
  assert.equal(paced(20).pace.tookMs, 20);
  const unpainted = new PaintPace(
    () => {},
    () => {},
  );
  unpainted.started();
  unpainted.asked();
  assert.equal(unpainted.tookMs, Infinity);
});

test('a quick paint follows each change at once', () => {
  const {clock, pace} = paced(20);
  for (let i = 0; i < 5; i++) pace.ask();
  assert.equal(clock.paints, 5);
});

test('a slow paint waits until the changes pause, and shows the last', () => {
  mock.timers.enable({apis: ['setTimeout']});
  const {clock, pace} = paced(3000);
  for (let i = 0; i < 5; i++) {
    clock.now += 20;
    pace.ask();
    mock.timers.tick(20);
  }
  assert.equal(clock.paints, 0, 'the first change of a page is followed by its counts at once');
  mock.timers.tick(150);
  assert.equal(clock.paints, 1);
  mock.timers.tick(10_000);
  assert.equal(clock.paints, 1);
  clock.now += 10_000;
  pace.ask();
  assert.equal(clock.paints, 1, 'another drag starts as the first did');
  mock.timers.reset();
});

test('what moves on by itself is painted now and then', () => {
  mock.timers.enable({apis: ['setTimeout']});
  const {clock, pace} = paced(1000);
  for (let i = 0; i < 500; i++) {
    clock.now += 20;
    pace.ask();
    mock.timers.tick(20);
  }
  // Ten seconds, of which each paint leaves two to the page.
  assert.ok(clock.paints >= 4 && clock.paints <= 6, String(clock.paints));
  mock.timers.reset();
});
