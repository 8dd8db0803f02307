// Binds each kind of part to its Streamlit component: what it is given, and what it reports.
import {FilterPanel} from '../../geo/drawing/browser/filters/filter_panel.js';
import {EventCount} from '../../geo/drawing/browser/list/event_count.js';
import {EventList} from '../../geo/drawing/browser/list/event_list.js';
import {Legend} from '../../geo/drawing/browser/map/legend.js';
import {installTiles} from '../../geo/drawing/browser/map/tiles/install_tiles.js';
import {Panels} from '../../geo/drawing/browser/panels/panels.js';
import {CopyButton} from '../../geo/drawing/browser/sharing/copy_button.js';
import {ShareButton} from '../../geo/drawing/browser/sharing/share_button.js';
import {StepPlayer} from '../../geo/drawing/browser/steps/step_player.js';
import {TimeMap} from '../../geo/drawing/browser/time_map.js';
import {loadBundle, mount, getPart, report, reports, reportSteps} from './parts.js';
/** @import {SheetPlaces} from '../../geo/drawing/browser/panels/sheet.js' */
/** @import {CameraTriple, TimeWindow} from '../../geo/drawing/browser/types/events.js' */
/** @import {CopyOptions, EventCountOptions} from '../../geo/drawing/browser/types/options.js' */
/** @import {EventListOptions} from '../../geo/drawing/browser/types/options.js' */
/** @import {FilterPanelOptions, LegendOptions} from '../../geo/drawing/browser/types/options.js' */
/** @import {PanelsOptions, ShareOptions} from '../../geo/drawing/browser/types/options.js' */
/** @import {StepPlayerOptions, TimeMapOptions} from '../../geo/drawing/browser/types/options.js' */
/**
 * @template Data
 * @typedef {import('./parts.js').Component<Data>} Component
 */

/** Where the page of Streamlit has what the sheet of a phone needs. @type {SheetPlaces} */
const SHEET_PLACES = {
  scroller: '[data-testid="stMain"]',
  map: '.st-key-map_side',
  head: '.st-key-panels',
};

installTiles();

/** Called at each rerun and theme change. @param {Component<TimeMapOptions>} component */
export function mountTimeMap(component) {
  const {data} = component;
  const bundle = loadBundle(ASSETS.bundle);
  const map = getPart(data, TimeMap, choices => new TimeMap(bundle, data, choices));
  map.bundle = bundle;
  const handlers = {
    /** @param {TimeWindow} window */
    onWindow: window => report(component, 'window', window),
    /** @param {CameraTriple} camera */
    onCamera: camera => report(component, 'camera', camera),
    /** @param {string | null} id */
    onPick: id => {
      if (id !== null || map.options.selected) report(component, 'clicked', id);
    },
  };
  // Only what Python asks for is reported.
  map.handlers = Object.fromEntries(
    Object.entries(handlers).filter(([name]) => data.asks?.includes(name)),
  );
  return mount(map, component, options => map.update(options));
}

/** @param {Component<EventListOptions>} component */
export function mountEventList(component) {
  const list = getPart(component.data, EventList, choices => new EventList(choices));
  list.onPick = id => report(component, 'clicked', id);
  return mount(list, component, options => list.update(options));
}

/** @param {Component<FilterPanelOptions>} component */
export function mountFilterPanel(component) {
  const panel = getPart(component.data, FilterPanel, choices => new FilterPanel(choices));
  panel.onRequest = (request, value) => {
    if (request === 'filters') panel.choices.filtersReported(value);
    report(component, request, value);
  };
  return mount(panel, component, options => panel.update(options));
}

/** @param {Component<StepPlayerOptions>} component */
export function mountStepPlayer(component) {
  const player = getPart(component.data, StepPlayer, () => new StepPlayer());
  player.onStep = step => report(component, 'step', step);
  reportSteps(component);
  return mount(player, component, options => {
    reports.receive(options.answered);
    player.update(reports.isAnswered('step') ? options : {...options, step: player.step});
  });
}

/** @param {Component<EventCountOptions>} component */
export function mountEventCount(component) {
  const count = getPart(component.data, EventCount, choices => new EventCount(choices));
  return mount(count, component, options => count.update(options));
}

/** @param {Component<PanelsOptions>} component */
export function mountPanels(component) {
  const panels = getPart(component.data, Panels, choices => new Panels(choices, SHEET_PLACES));
  panels.onClose = () => report(component, 'clicked', null);
  reportSteps(component);
  return mount(panels, component, options => panels.update(options));
}

/** @param {Component<LegendOptions>} component */
export function mountLegend(component) {
  const legend = getPart(component.data, Legend, choices => new Legend(choices));
  legend.onFilters = filters => report(component, 'filters', filters);
  legend.onColour = colour => report(component, 'colour', colour);
  return mount(legend, component, options => legend.update(options));
}

/** @param {Component<CopyOptions>} component */
export function mountCopyButton(component) {
  const copy = getPart(component.data, CopyButton, () => new CopyButton());
  return mount(copy, component, options => copy.update(options));
}

/** @param {Component<ShareOptions>} component */
export function mountShareButton(component) {
  const share = getPart(component.data, ShareButton, () => new ShareButton());
  share.onShare = isCopied => report(component, 'share', isCopied);
  return mount(share, component, options => share.update(options));
}
