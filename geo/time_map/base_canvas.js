// The canvas beneath: painted when the view moves, as often as the machine can bear, and moved with it in between.

const BREATHER = 3;                                           // a paint may take a quarter of the time

export class BaseCanvas {
  /**
   * @param {any} deck the namespace of pydeck's bundle
   * @param {HTMLElement} box
   * @param {object} props of deck.gl's Deck
   */
  constructor(deck, box, props) {
    this.box = box;
    this.deck = new deck.Deck({...props, parent: box, controller: false, layers: []});
    this.view = props.viewState;
    this.cost = 0;                                           // ms that the last paint took
    this.paintedAt = 0;
  }

  setLayers(layers) { this.deck.setProps({layers}); }

  /** Show the base from a new camera, in the frame in which the canvas above shows it. */
  follow(view) {
    const now = performance.now();
    clearTimeout(this.waiting);
    if (this.painting || now - this.paintedAt < BREATHER * this.cost) {
      this.shift(view);
      this.waiting = setTimeout(() => this.follow(view), Math.max(50, BREATHER * this.cost));
    } else this.paint(view);
  }

  /** Move and scale what is painted: on a flat Web Mercator map that is exact, only blurred. */
  shift(view) {
    const painted = this.deck.getViewports()[0];
    if (!painted) return;
    const scale = 2 ** (view.zoom - painted.zoom);
    const [x, y] = painted.project([view.longitude, view.latitude]);
    this.box.style.transform = `translate(${painted.width / 2 - scale * x}px, ${painted.height / 2 - scale * y}px) scale(${scale})`;
  }

  paint({longitude, latitude, zoom, pitch, bearing}) {
    this.paintedAt = performance.now();
    this.deck.setProps({viewState: {longitude, latitude, zoom, pitch, bearing}});
    this.deck.redraw('camera');
    this.box.style.transform = '';
    this.measure();
  }

  /** Ask the graphics card when it has done what it was told. */
  measure() {
    const gl = this.deck.device?.gl;
    if (!gl?.fenceSync) return;
    const done = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    const start = this.paintedAt;
    gl.flush();
    this.painting = true;
    const ask = () => {
      if (!gl.isContextLost() && gl.getSyncParameter(done, gl.SYNC_STATUS) !== gl.SIGNALED) return setTimeout(ask, 4);
      gl.deleteSync(done);
      this.painting = false;
      this.cost = performance.now() - start;
    };
    setTimeout(ask, 0);
  }
}
