import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {CameraMoves} from '../../../../geo/drawing/browser/map/camera/camera_moves.js';
/** @import {DeckNamespace} from '../../../../geo/drawing/browser/types/deck.js' */
/** @import {Camera, CameraTriple} from '../../../../geo/drawing/browser/types/events.js' */
/** @import {MapStyle} from '../../../../geo/drawing/browser/types/events.js' */

// Enough of the library to fit a camera: the middle of the box, and another zoom for another box.
const deck = /** @type {DeckNamespace} */ (
  /** @type {unknown} */ ({
    WebMercatorViewport: class {
      /** @param {[number, number][]} box */
      fitBounds([[west, south], [east, north]]) {
        const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
        return {longitude, latitude, zoom: 10 - (east - west) / 10};
      }
    },
    FlyToInterpolator: class {},
    LinearInterpolator: class {},
  })
);
const ALL = /** @type {MapStyle['bounds']} */ ([20, 40, 40, 60]);
const FOUND = /** @type {MapStyle['bounds']} */ ([36, 54, 38, 56]);
const EVENT = {longitude: 10, latitude: 5, zoom: 9};

/** A map that is not in a page: every move is a jump. */
function openMoves({camera = /** @type {Camera | null} */ (null), clientWidth = 800} = {}) {
  /** @type {CameraTriple[]} */
  const reported = [];
  const moves = new CameraMoves(
    deck,
    {clientWidth, clientHeight: 600, isConnected: false},
    {camera, bounds: ALL},
    {onAsk: () => {}, onMove: () => {}, onReport: triple => reported.push(triple)},
  );
  return {moves, reported};
}

/** @param {CameraMoves} moves */
const place = ({view: {longitude, latitude}}) => [longitude, latitude];

/** A drag by hand, to a place of its own. @param {CameraMoves} moves */
const drag = moves => moves.follow({longitude: 1, latitude: 2, zoom: 5}, {isDragging: true});

test('a map shows what is found, until its reader moves it', () => {
  const {moves} = openMoves();
  assert.deepEqual(place(moves), [30, 50]);
  moves.showBounds(FOUND);
  assert.deepEqual(place(moves), [37, 55]);
  drag(moves);
  moves.showBounds(ALL);
  assert.deepEqual(place(moves), [1, 2]);
});

for (const [name, flight] of /** @type {[string, (moves: CameraMoves) => void][]} */ ([
  ['opens with the camera of a link', () => {}],
  ['has flown to an event', moves => moves.fly(EVENT, ALL)],
  ['was fitted by its button', moves => moves.showFound()],
  ['was moved, and then flew to an event', moves => (drag(moves), moves.fly(EVENT, ALL))],
  ['was moved, and then fitted', moves => (drag(moves), moves.showFound())],
])) {
  test(`a map that ${name} goes to what is found next`, () => {
    const {moves} = openMoves({camera: EVENT});
    flight(moves);
    moves.showBounds(ALL); // as before: no reason to move
    const before = place(moves);
    moves.showBounds(FOUND);
    assert.notDeepEqual(before, [37, 55]);
    assert.deepEqual(place(moves), [37, 55]);
  });
}

test('a key, a wheel and a button are the hand of a reader too', () => {
  /** @type {((moves: CameraMoves) => void)[]} */
  const hands = [
    moves => moves.follow({...moves.view, longitude: 3}, {isPanning: true}),
    moves => moves.follow({...moves.view, zoom: 3}, {isZooming: true}),
    moves => moves.zoomBy(1),
  ];
  for (const hand of hands) {
    const {moves} = openMoves();
    hand(moves);
    const before = place(moves);
    moves.showBounds(FOUND);
    assert.deepEqual([moves.isMoved, place(moves)], [true, before]);
  }
});

test('a flight to a camera wins over what is found at the same moment', () => {
  const {moves} = openMoves();
  moves.fly(EVENT, FOUND);
  moves.showBounds(FOUND);
  assert.deepEqual(place(moves), [10, 5]);
});

test('a step without a camera shows what is found, no matter who moved the map', () => {
  const {moves} = openMoves();
  drag(moves);
  moves.fly(null, FOUND);
  assert.deepEqual([moves.isMoved, place(moves)], [false, [37, 55]]);
});

test('a frame of another size is fitted again only where what is found was shown', () => {
  const {moves} = openMoves();
  moves.view = {...moves.view, zoom: 3};
  moves.resize();
  assert.equal(moves.view.zoom, 8);
  moves.fly(EVENT, ALL);
  moves.resize();
  assert.equal(moves.view.zoom, 9);
});

test('a frame without a size is fitted once it has one', () => {
  const {moves} = openMoves({camera: EVENT, clientWidth: 0});
  moves.showBounds(FOUND);
  assert.deepEqual(place(moves), [10, 5]);
  moves.frame = {clientWidth: 800, clientHeight: 600, isConnected: false};
  moves.resize();
  assert.deepEqual(place(moves), [37, 55]);
});

test('a link follows the reader, and the app where it has a camera', () => {
  mock.timers.enable({apis: ['setTimeout']});
  /** @param {(moves: CameraMoves) => void} act @param {Camera | null} [camera] */
  const reportsOf = (act, camera = null) => {
    const {moves, reported} = openMoves({camera});
    act(moves);
    mock.timers.tick(10_000);
    return reported.length;
  };
  assert.equal(
    reportsOf(moves => moves.showBounds(FOUND)),
    0,
    'a link without a camera fits too',
  );
  assert.equal(
    reportsOf(moves => moves.fly(EVENT, ALL)),
    0,
    'Python knows where it asked for',
  );
  assert.equal(
    reportsOf(moves => moves.showBounds(FOUND), EVENT),
    1,
    'it would show the event',
  );
  assert.equal(
    reportsOf(moves => moves.showFound()),
    1,
  );
  assert.equal(
    reportsOf(moves => moves.zoomBy(1)),
    1,
  );
  mock.timers.reset();
});
