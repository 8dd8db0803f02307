// The time map: a pydeck spec on two canvases, filtered live by its own time bar.
import {findBounds} from './map/camera/found_bounds.js';
import {cameraTriple} from './map/camera/map_camera.js';
import {findEventsAt} from './map/events/events_at.js';
import {describeMap, findShownEvents, locate} from './map/map_description.js';
import {MapFailure} from './map/map_failure.js';
import {MapLayers} from './map/map_layers.js';
import {MapRecovery} from './map/map_recovery.js';
import {MapView} from './map/map_view.js';
import {countOutside} from './map/events_outside.js';
import {cssColour, element} from './page/dom.js';
import {Echo, sameCamera, sameWindow} from './page/echo.js';
import {fillTemplate, WORDS} from './page/words.js';
import {TimeBar} from './time/time_bar.js';
/** @import {Choices} from './filters/choices.js' */
/** @import {MapStart} from './map/map_view.js' */
/** @import {DeckNamespace} from './types/deck.js' */
/** @import {CameraTriple, TimeWindow} from './types/events.js' */
/** @import {TimeMapHandlers, TimeMapOptions} from './types/options.js' */

export class TimeMap {
  /** @type {TimeMapHandlers} */
  handlers = {};
  /** @type {MapView | null} */
  view = null;
  #layers;
  #recovery;
  /** @type {Echo<CameraTriple | null>} */
  #cameraEcho = new Echo(sameCamera);
  /** @type {string | number | null | undefined} */
  #storyStep;
  /** @type {TimeWindow | null} the request of Python that the bar has followed */
  #followed = null;
  /** @type {TimeWindow | null} what Python knows */
  #committed = null;

  /**
   * @param {Promise<DeckNamespace>} bundle
   * @param {TimeMapOptions} options
   * @param {Choices} choices
   */
  constructor(bundle, options, choices) {
    this.bundle = bundle;
    this.options = options;
    this.choices = choices;
    this.#layers = new MapLayers(choices);
    this.message = element('p', {class: 'message'}, WORDS.loading);
    this.mapBox = element('div', {class: 'map-box'}, this.message);
    this.#recovery = new MapRecovery(this);
    this.bar = new TimeBar({
      onWindow: window => {
        this.choices.setWindow(window);
        this.view?.repaintEvents();
      },
      onCommit: window => this.#commit(window),
    });
    this.credit = element('p', {class: 'credit', dir: 'auto'});
    this.node = element('div', {class: 'time-map'}, this.mapBox, this.bar.node, this.credit);
    choices.onChange(change => change === 'events' && this.#followFilters());
  }

  /** Show what Python asks for; the last call wins. @param {TimeMapOptions} options */
  async update(options) {
    this.options = options;
    if (options.story_step !== this.#storyStep) {
      // At another step of a story, what the reader moved since is over.
      this.#storyStep = options.story_step;
      this.choices.reset();
      this.#cameraEcho.reset();
    }
    this.node.style.setProperty('--map-height', options.height);
    const note = options.note ? [element('span', {class: 'credit-note'}, `${options.note} `)] : [];
    this.credit.replaceChildren(...note, options.credit);
    this.mapBox.style.background = options.background ? cssColour(options.background) : '';
    try {
      await this.choices.receive(options);
      if (options !== this.options) return;
      this.#updateBar(options);
    } catch (error) {
      console.error('map:', error);
      this.#fail(WORDS.noData);
      return;
    }
    try {
      const deck = await this.bundle;
      await this.#layers.read(deck, options, () => options === this.options);
      if (options === this.options) this.#updateMap(deck, options);
    } catch (error) {
      console.error('map:', error);
      this.#fail(error instanceof MapFailure ? error.message : WORDS.noLayers);
      // The layers of before, with the events that the bar counts.
      if (this.view && options === this.options) this.#layers.draw(this.view, options.rows);
    }
  }

  /** Open the time bar to all that it spans, as the reader would. */
  showFullRange = () => this.bar.showAll();

  /** Stop all timers: the page is left. */
  stop = () => this.bar.stop();

  /** @param {TimeMapOptions} options */
  #updateBar({domain, step, groups, field, lang, zone}) {
    const {events, requestedWindow, window} = this.choices;
    if (!events) return;
    const request = requestedWindow === this.#followed ? null : requestedWindow;
    if (request) this.bar.stop();
    if (request) this.#followed = this.#committed = request;
    const words = {...WORDS, zone: zone === 'utc' ? WORDS.zoneUtc : WORDS.zone};
    this.bar.update({events, domain, step, groups, field, lang, words}, request ?? window);
  }

  /** The filters have changed: in this browser, before Python knows. */
  #followFilters() {
    const {events, window} = this.choices;
    if (!this.bar.content || !events) return;
    this.bar.update({...this.bar.content, events}, window);
    // What Python asks for comes with its camera, and is painted with it.
    if (!this.view || !this.choices.areOwn) return;
    this.view.moves.showBounds(findBounds(this.choices, this.options));
    this.#layers.draw(this.view, this.options.rows);
  }

  /**
   * @param {DeckNamespace} deck
   * @param {TimeMapOptions} options
   */
  #updateMap(deck, options) {
    const knows = this.choices.reports.isAnswered('camera');
    const isRequest = knows && this.#cameraEcho.isNew(cameraTriple(options.camera));
    if (isRequest && options.camera) this.#recovery.camera = options.camera;
    const {isWaiting, isMoved, camera = options.camera} = this.#recovery;
    if (isWaiting) return;
    const bounds = findBounds(this.choices, options);
    // A link without a camera leaves the map where it is, a step of a story never.
    const flies = isRequest && (options.camera || options.story_step !== null);
    if (!this.view) this.view = this.#open(deck, {...options, camera, bounds, isMoved});
    else if (flies) this.view.moves.fly(options.camera, bounds);
    else if (knows) this.view.moves.isInLink = !!options.camera;
    this.view.moves.showBounds(bounds);
    this.view.setStyle(options);
    this.#layers.draw(this.view, options.rows);
  }

  /**
   * @param {DeckNamespace} deck
   * @param {MapStart} start
   */
  #open(deck, start) {
    if (!globalThis.WebGL2RenderingContext) throw new MapFailure(WORDS.noWebgl);
    this.#layers.renew();
    return new MapView(deck, this.mapBox, start, {
      onNoDevice: () => {
        this.view = null;
        this.mapBox.replaceChildren(this.message);
        this.#fail(WORDS.noWebgl);
      },
      findAt: (...place) => findEventsAt(this.choices, this.#layers.sizes, ...place),
      countOutside: bounds => countOutside(this.choices, bounds),
      onPick: id => this.handlers.onPick?.(id),
      onCamera: camera => {
        if (!this.handlers.onCamera) return;
        this.#cameraEcho.remember(camera);
        this.handlers.onCamera(camera);
      },
    });
  }

  /** @param {TimeWindow} window */
  #commit(window) {
    if (!this.handlers.onWindow) return;
    if (this.#committed && sameWindow(window, this.#committed)) return;
    this.#committed = window;
    this.choices.windowReported(window);
    this.handlers.onWindow(window);
  }

  /** What is shown now, in plain values, for tests. The total is of what passes the filters. */
  describe() {
    const {window, events} = this.choices;
    return {window, total: events?.total ?? 0, ...(this.view && describeMap(this.view))};
  }

  /** Show a window as during a drag: nothing is reported. @param {TimeWindow} window */
  showWindow = window => this.bar.setWindow(window);

  /** Where each canvas shows a place. @param {[number, number]} place longitude, latitude */
  locate = place => this.view && locate(this.view, place);

  /** Ids of the events whose marks the frame shows, by layer. */
  findShownEvents = () => this.view && findShownEvents(this.view);

  /** Say in the map's place why there is no map. @param {string} reason */
  #fail(reason) {
    if (this.view) return;
    this.message.textContent = fillTemplate(WORDS.failed, {reason});
    this.message.setAttribute('role', 'alert');
  }
}
