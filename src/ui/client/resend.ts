// Sending what waits: one attempt at a time, again with growing pauses, at once when the network or the person comes back.

/** Answers a function that sends now. `work` throws when it is worth another try. */
export const resending = (work: () => Promise<void>, failed: () => void): (() => Promise<void>) => {
  let busy = false;
  let pause = 0;
  const go = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await work();
      pause = 0;
    } catch {
      failed();
      pause = Math.min(30_000, pause === 0 ? 2_000 : pause * 2);
      setTimeout(() => void go(), pause);
    } finally {
      busy = false;
    }
  };
  window.addEventListener('online', () => {
    pause = 0;
    void go();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void go();
  });
  return go;
};
