import { Hono } from 'hono';
import { FaultRequest, type Faults } from './faults.ts';

/** `POST /sandbox/faults` adds one, `GET` lists them, `DELETE` removes all or one. */
export const faultRoutes = (faults: Faults) =>
  new Hono()
    .post('/', async (c) => {
      const parsed = FaultRequest.safeParse(await c.req.json().catch(() => null));
      if (!parsed.success) return c.json({ error: parsed.error.issues }, 400);
      return c.json(faults.add(parsed.data), 201);
    })
    .get('/', (c) => c.json({ faults: faults.list() }))
    .delete('/', (c) => {
      faults.remove(null);
      return c.body(null, 204);
    })
    .delete('/:id', (c) => {
      faults.remove(c.req.param('id'));
      return c.body(null, 204);
    });
