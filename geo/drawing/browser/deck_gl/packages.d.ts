// The packages that deck.js is made of, which only `make deck` installs: what tsc knows of them.
declare module 'esbuild' {
  type Output = {inputs: Record<string, {bytesInOutput: number}>};
  export function build(options: object): Promise<{metafile: {outputs: Record<string, Output>}}>;
}
declare module '@deck.gl/core';
declare module '@deck.gl/geo-layers';
declare module '@deck.gl/json';
declare module '@deck.gl/layers';
declare module '@luma.gl/engine';
