// Why there is no map, in words that are shown in its place.

export class MapFailure extends Error {}
