// deck.gl 9 as far as it is used here: deck_gl/deck.js is a script that sets `deck`.
import type {DeckSpec} from './layers.js';
import type {Camera} from './events.js';

export interface ViewState extends Camera {
  pitch?: number;
  bearing?: number;
  minZoom?: number;
  maxZoom?: number;
  transitionDuration?: number;
  transitionInterpolator?: object | null;
}

export interface InteractionState {
  isDragging?: boolean;
  isZooming?: boolean;
  isPanning?: boolean;
}

export interface PickingInfo {
  object?: object;
  x: number;
  y: number;
}

export interface LayerProps {
  id: string;
  data?: unknown;
  /** Address of data that are not here yet, and the kind of layer that takes them. */
  source?: string;
  kind?: string;
  minZoom?: number;
  maxZoom?: number;
  extensions?: LayerExtension[];
  updateTriggers?: Record<string, unknown>;
  [property: string]: unknown;
}

export interface Layer {
  id: string;
  props: LayerProps;
  isLoaded: boolean;
  clone(props: Partial<LayerProps>): Layer;
}

export interface Texture {
  width: number;
  height: number;
  destroy(): void;
}

export interface Device {
  gl?: WebGL2RenderingContext;
  createTexture(props: {
    data: ArrayBufferView;
    width: number;
    height: number;
    format: string;
    sampler: object;
  }): Texture;
}

export interface Model {
  shaderInputs: {setProps(props: Record<string, object>): void};
  setBindings(bindings: Record<string, Texture>): void;
  setVertexCount(count: number): void;
  draw(pass: object): void;
}

/** On the screen, or to find what is at a point. */
export interface DrawPass {
  shaderModuleProps: {picking: {isActive: boolean | number}};
}

/** What a layer of our own is made from. */
declare class OwnLayer<State extends object = object> implements Layer {
  constructor(props: object);
  id: string;
  props: LayerProps;
  isLoaded: boolean;
  clone(props: Partial<LayerProps>): Layer;
  /** Kept from one layer to the next of its name. */
  state: State;
  context: {device: Device; renderPass: object; viewport: Viewport};
  setState(state: Partial<State>): void;
  getShaders(shaders: object): object;
  initializeState(): void;
  updateState(change: object): void;
  draw(pass: DrawPass): void;
  getPickingInfo(picked: {info: {index: number; object?: object}}): object;
  finalizeState(context: object): void;
}

export class LayerExtension {
  constructor(options?: object);
}

export interface TileFeature {
  properties: Record<string, unknown>;
  /** In units of the tile, 0 to 1 right and down. */
  geometry: {type: string; coordinates: unknown[]};
}

export interface Tile {
  index: {x: number; y: number; z: number};
  content: TileFeature[] | null;
}

/** What a layer of tiles gives to the layers of one tile. */
export interface SubLayerProps {
  id: string;
  data: TileFeature[];
  tile: Tile;
  modelMatrix: object;
  coordinateOrigin: number[];
  coordinateSystem: number;
}

export interface Viewport {
  width: number;
  height: number;
  zoom: number;
  longitude: number;
  latitude: number;
  project(lonLat: [number, number]): number[];
  fitBounds(box: [number, number][], options: {padding: number}): Camera;
  /** West, south, east, north; beyond 180 where it shows both sides of that meridian. */
  getBounds(): [number, number, number, number];
}

export interface LayerFilter {
  (context: {layer: {props: LayerProps}; viewport: {zoom: number}}): boolean;
}

export interface DeckProps {
  /** Id of its canvas. */
  id?: string;
  touchAction?: string;
  parent?: HTMLElement;
  controller?: false | object;
  layers?: Layer[];
  views?: object;
  viewState?: ViewState;
  initialViewState?: ViewState;
  layerFilter?: LayerFilter;
  useDevicePixels?: number;
  /** Options of its canvas's WebGL context. */
  deviceProps?: {webgl: WebGLContextAttributes};
  canvas?: HTMLCanvasElement;
  eventRecognizerOptions?: {click: {time: number}};
  pickingRadius?: number;
  onError?: (error: Error) => void;
  onResize?: () => unknown;
  onLoad?: () => void;
  onBeforeRender?: () => void;
  onAfterRender?: () => void;
  onHover?: (info: PickingInfo) => void;
  onClick?: (info: PickingInfo) => void;
  onViewStateChange?: (change: {viewState: ViewState; interactionState: InteractionState}) => void;
  onInteractionStateChange?: (state: InteractionState) => void;
  getCursor?: (state: {isDragging: boolean; isHovering: boolean}) => string;
}

/** The layers of a deck as they are drawn, with those that they are composed of. */
interface LayerManager {
  getLayers(): {activateViewport(viewport: Viewport): void}[];
  updateLayers(): void;
}

export interface Deck {
  props: DeckProps;
  device?: {gl?: WebGL2RenderingContext};
  isInitialized: boolean;
  /** Once it is initialized: why it paints in its next frame, or false. */
  needsRedraw(): string | false;
  /** Once it is initialized. */
  layerManager: LayerManager | null;
  /** Asks the browser for frames; none once the deck is finalized. */
  animationLoop: {start(): void; stop(): void} | null;
  setProps(props: DeckProps): void;
  redraw(reason: string): void;
  /** Stop for good; the canvas is taken out of the page. */
  finalize(): void;
  getViewports(): Viewport[];
  getCanvas(): HTMLCanvasElement | null;
  pickObjects(box: {x: number; y: number; width: number; height: number}): {
    layer: Layer;
    object: object;
  }[];
}

export interface JSONConverter {
  convert(spec: DeckSpec): {layers: Layer[]};
}

export interface DeckNamespace {
  Deck: new (props: DeckProps) => Deck;
  MapView: new (props: object) => object;
  WebMercatorViewport: new (
    frame: {width: number; height: number} & Partial<ViewState>,
  ) => Viewport;
  FlyToInterpolator: new (options: object) => object;
  LinearInterpolator: new (properties: string[]) => object;
  MVTLayer: new (props: LayerProps) => Layer;
  PathLayer: new (props: LayerProps) => Layer;
  SolidPolygonLayer: new (props: LayerProps) => Layer;
  JSONConverter: new (options: object) => JSONConverter;
  Layer: typeof OwnLayer;
  LayerExtension: typeof LayerExtension;
  Model: new (device: Device, props: object) => Model;
  picking: object;
  project32: object;
  COORDINATE_SYSTEM: object;
}

declare global {
  /** Set by the drawing library once it has run. */
  var deck: DeckNamespace | undefined;
}
