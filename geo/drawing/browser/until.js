// Waiting for the browser: until it has nothing better to do, until the graphics card has painted.

const FENCE_MS = 4;

// Safari has no such call.
const whenIdle =
  globalThis.requestIdleCallback ??
  /** @type {(callback: () => void) => void} */ (callback => setTimeout(callback, 50));

/** Until a frame has been painted and the browser has nothing better to do. */
export const untilIdle = () =>
  new Promise(resolve =>
    requestAnimationFrame(() => setTimeout(() => whenIdle(() => resolve(null), {timeout: 1000}))),
  );

/**
 * Until a graphics card has done what was asked of it.
 * @param {WebGL2RenderingContext | undefined} gl
 * @param {() => void} onDone not called where it cannot be asked
 */
export function watchPaint(gl, onDone) {
  const fence = gl?.fenceSync?.(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) return false;
  gl.flush();
  const ask = () => {
    if (!gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
      setTimeout(ask, FENCE_MS);
      return;
    }
    gl.deleteSync(fence);
    onDone();
  };
  setTimeout(ask, 0);
  return true;
}
