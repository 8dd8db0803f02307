// Waiting for the browser: until it has nothing better to do, until the graphics card has painted.

const FENCE_MS = 4;

// Safari has no such call.
const whenIdle =
  globalThis.requestIdleCallback ??
  /** @type {(callback: () => void) => void} */ (callback => setTimeout(callback, 50));

/**
 * Until a frame has been painted and the browser has nothing better to do.
 * @param {WebGL2RenderingContext} [gl] also until its graphics card has painted that frame: more
 *   work would delay it, and a browser is idle while the card is not
 */
export const untilIdle = gl =>
  new Promise(resolve =>
    requestAnimationFrame(() => {
      const wait = () => setTimeout(() => whenIdle(() => resolve(null), {timeout: 1000}));
      if (!watchPaint(gl, wait)) wait();
    }),
  );

/**
 * Until a graphics card has done what was asked of it.
 * @param {WebGL2RenderingContext | undefined} gl
 * @param {(pendingMs: number) => void} onDone receives for how long it was found at work: no more
 *   than it took, though the page may have been too busy to look; not called where it cannot be
 *   asked
 */
export function watchPaint(gl, onDone) {
  const fence = gl?.fenceSync?.(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) return false;
  gl.flush();
  const start = performance.now();
  let pendingMs = 0;
  const ask = () => {
    if (!gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
      pendingMs = performance.now() - start;
      setTimeout(ask, FENCE_MS);
      return;
    }
    gl.deleteSync(fence);
    onDone(pendingMs);
  };
  setTimeout(ask, 0);
  return true;
}
