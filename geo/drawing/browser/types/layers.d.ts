// Layers of the map as Python writes them.

/** What of a tile has a colour of its own (geo/drawing/basemap/tile_layers.py). */
export type TileColour =
  | 'land'
  | 'water'
  | 'river'
  | 'green'
  | 'urban'
  | 'building'
  | 'road'
  | 'street'
  | 'rail'
  | 'runway';

/** A layer as pydeck writes it: accessors are expressions, data an address or rows. */
export interface WrittenLayer {
  '@@type': string;
  id: string;
  data?: string | object[];
  [property: string]: unknown;
}

/** The layer of the events as Python writes it (geo/drawing/marks/event_layer.py). */
export interface WrittenEvents {
  /** The index of each word's mark in the picture of all marks. */
  markCells: Record<string, number>;
  halo: number[];
  /** The column that `colours` are the values of. */
  colourField: string;
  colours: Record<string, number[]>;
  otherColour: number[];
  /** Opacity of the fill, 0 to 255, by the word of verification. */
  discFills: Record<string, number>;
  /** Opacity of a disc's line, 0 to 255. */
  line: number;
  lineBelowPin: number;
  smallestDiscPx: number;
  markPx: number;
  smallestMarkPx: number;
  /** The zoom. */
  fullSizeFrom: number;
}

/** A pydeck Deck as JSON. */
export interface DeckSpec {
  layers?: WrittenLayer[];
}
