// The container's health check: ends with 0 when the worker on this machine answers. Plain JavaScript, because it runs
// every few seconds and must not load a compiler.
const response = await fetch(`http://127.0.0.1:${process.env.DIALER_PORT ?? 4400}/healthz`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => null);
process.exit(response?.ok ? 0 : 1);
