import { cleanup, fireEvent, screen } from '@testing-library/react';
import { ROUTES } from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { createRef, useState } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { inventedPerson } from '../testing/invented.ts';
import { showAtDesk } from '../testing/screen.tsx';
import { standInWorker, WORKER } from '../testing/stand-in-worker.ts';
import { Search } from './search.tsx';
import type { Target } from './target.ts';

const MARA = inventedPerson();
const JO = inventedPerson({
  id: '66666666-6666-4666-8666-666666666666',
  name: 'Jo Park',
  phones: ['+12025550177'],
});
const worker = standInWorker();
beforeAll(() => worker.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  localStorage.clear();
  worker.server.use(
    http.get(WORKER + ROUTES.searchPeople.path, ({ request }) => {
      const wanted = new URL(request.url).searchParams.get('search') ?? '';
      const people = [MARA, JO].filter(({ name }) => name.toLowerCase().includes(wanted));
      return HttpResponse.json({ people });
    }),
  );
});
afterEach(() => {
  cleanup();
  worker.server.resetHandlers();
});
afterAll(() => worker.server.close());

const Field = ({ onChoose }: { onChoose: (target: Target) => void }) => {
  const [text, setText] = useState('');
  return (
    <Search text={text} onText={setText} onChoose={onChoose} field={createRef()}>
      {null}
    </Search>
  );
};
const show = () => {
  const onChoose = vi.fn<(target: Target) => void>();
  showAtDesk(<Field onChoose={onChoose} />);
  return { onChoose, field: screen.getByRole('combobox') };
};
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

test('a quick Enter waits for the answer to what was typed, and never picks whoever was found before', async () => {
  const { onChoose, field } = show();
  type(field, 'ma');
  await screen.findByRole('option', { name: /Mara/ });
  type(field, 'jo');
  fireEvent.keyDown(field, { key: 'Enter' });
  await vi.waitFor(() => expect(onChoose).toHaveBeenCalledOnce());
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ personId: JO.id });
});

test('with nothing typed there is somebody to begin with, whom no stray Enter picks', async () => {
  const { onChoose, field } = show();
  await screen.findByRole('option', { name: /Jo Park/ });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onChoose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ personId: MARA.id });
});

test('a typed number is dialed as it stands, without waiting for Twenty', () => {
  const { onChoose, field } = show();
  type(field, '+12025550123');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ to: '+12025550123', personId: null });
});
