// What our maps use of deck.gl, and nothing else: the whole of it is five times the bytes.
export {
  COORDINATE_SYSTEM,
  Deck,
  FlyToInterpolator,
  Layer,
  LayerExtension,
  LinearInterpolator,
  MapView,
  VERSION,
  WebMercatorViewport,
  picking,
  project32,
} from '@deck.gl/core';
export {MVTLayer} from '@deck.gl/geo-layers';
export {JSONConverter} from '@deck.gl/json';
export {
  GeoJsonLayer,
  IconLayer,
  LineLayer,
  PathLayer,
  PolygonLayer,
  ScatterplotLayer,
  SolidPolygonLayer,
  TextLayer,
} from '@deck.gl/layers';
export {Model} from '@luma.gl/engine';
