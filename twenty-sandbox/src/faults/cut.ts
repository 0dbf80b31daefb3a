import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * Ends the connection without an answer, as a crash or a network failure would. Where there is no connection (the app
 * called in a test) a 502 stands for it.
 */
export const cutConnection = (c: Context): Response => {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  const socket = bindings?.outgoing?.socket;
  if (socket === undefined || socket === null) return c.text('The connection was cut.', 502);
  socket.destroy();
  // The server's adapter then leaves the response alone.
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
};
