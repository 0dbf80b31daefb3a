import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposition, type Metric } from './exposition.ts';

/**
 * The text format as its specification describes it, line by line. Written without looking at ours, so that the two can
 * disagree.
 */
const read = (text: string) => {
  if (!text.endsWith('\n')) throw new Error('The last line must end with a line feed.');
  const metrics = new Map<string, { help: string; type: string; samples: Map<string, number> }>();
  let present = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const help = /^# HELP ([a-zA-Z_:][\w:]*) (.*)$/.exec(line);
    const type = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge)$/.exec(line);
    const sample = /^([a-zA-Z_:][\w:]*)(\{(.*)\})? (\S+)$/.exec(line);
    if (help) {
      present = help[1] ?? '';
      if (metrics.has(present)) throw new Error(`${present} is in two places.`);
      metrics.set(present, { help: unescaped(help[2] ?? ''), type: '', samples: new Map() });
    } else if (type) {
      const metric = metrics.get(type[1] ?? '');
      if (type[1] !== present || metric === undefined || metric.samples.size > 0) throw new Error(line);
      metric.type = type[2] ?? '';
    } else if (sample) {
      if (sample[1] !== present) throw new Error(`${line}: lines of one metric belong together.`);
      const labels = JSON.stringify(labelsIn(sample[3] ?? ''));
      const held = metrics.get(present)?.samples;
      if (held?.has(labels)) throw new Error(`${line} is there twice.`);
      held?.set(labels, Number((sample[4] ?? '').replace('Inf', 'Infinity')));
    } else {
      throw new Error(`"${line}" is no line of the format.`);
    }
  }
  return metrics;
};

const labelsIn = (text: string): Record<string, string> => {
  const labels: Record<string, string> = {};
  const pair = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;
  while (pair.lastIndex < text.length) {
    const found = pair.exec(text);
    if (found === null) throw new Error(`"${text}" are no labels.`);
    labels[found[1] ?? ''] = unescaped(found[2] ?? '');
  }
  return labels;
};

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (_all, letter: string) => (letter === 'n' ? '\n' : letter));

const words = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', ' ', '{', '}', '=', ',', '#', 'ü') });
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const sample = fc.record({
  labels: fc.dictionary(name, words, { maxKeys: 3 }),
  value: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(Infinity, -Infinity, 0)),
});
const metric: fc.Arbitrary<Metric> = fc.record({
  name,
  help: words,
  type: fc.constantFrom('counter', 'gauge'),
  samples: fc.uniqueArray(sample, {
    maxLength: 4,
    selector: ({ labels }) => JSON.stringify(Object.entries(labels).sort()),
  }),
});

describe('what Prometheus reads', () => {
  test('is what was meant, whatever letters are in it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(metric, { selector: (each) => each.name, maxLength: 4 }), (metrics) => {
        if (metrics.length === 0) return;
        const told = read(exposition(metrics));
        expect([...told.keys()]).toEqual(metrics.map((each) => each.name));
        for (const { name: wanted, help, type, samples } of metrics) {
          const found = told.get(wanted);
          expect(found).toMatchObject({ help, type });
          const expected = samples.map(({ labels, value }) => [
            JSON.stringify(
              Object.fromEntries(Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))),
            ),
            value === 0 ? 0 : value,
          ]);
          expect(
            [...(found?.samples ?? [])].map(([labels, value]) => [labels, value === 0 ? 0 : value]),
          ).toEqual(expected);
        }
      }),
    );
  });

  test('looks like this', () => {
    const text = exposition([
      {
        name: 'dialer_outbox_entries',
        help: 'What waits.',
        type: 'gauge',
        samples: [
          { labels: { state: 'pending', object: 'note' }, value: 3 },
          { labels: { object: 'note', state: 'dead' }, value: 0 },
        ],
      },
      { name: 'dialer_store_up', help: 'Whether it answers.', type: 'gauge', samples: [{ value: 1 }] },
    ]);
    expect(text).toBe(
      [
        '# HELP dialer_outbox_entries What waits.',
        '# TYPE dialer_outbox_entries gauge',
        'dialer_outbox_entries{object="note",state="pending"} 3',
        'dialer_outbox_entries{object="note",state="dead"} 0',
        '# HELP dialer_store_up Whether it answers.',
        '# TYPE dialer_store_up gauge',
        'dialer_store_up 1',
        '',
      ].join('\n'),
    );
  });

  test('has a word for what is no number', () => {
    const told = (value: number) =>
      exposition([{ name: 'a', help: '', type: 'gauge', samples: [{ value }] }]);
    expect(told(Number.NaN)).toMatch(/^a NaN$/m);
    expect(told(Infinity)).toMatch(/^a \+Inf$/m);
    expect(told(-Infinity)).toMatch(/^a -Inf$/m);
    expect(told(1e21)).toMatch(/^a 1e\+21$/m);
  });

  const gauge = { help: '', type: 'gauge' } as const;
  test.each<[string, readonly Metric[]]>([
    ['a bad name', [{ ...gauge, name: 'a-b', samples: [] }]],
    ['a bad label', [{ ...gauge, name: 'a', samples: [{ labels: { 'b.c': 'x' }, value: 1 }] }]],
    [
      'a label of Prometheus’ own',
      [{ ...gauge, name: 'a', samples: [{ labels: { __name__: 'x' }, value: 1 }] }],
    ],
    [
      'a metric twice',
      [
        { ...gauge, name: 'a', samples: [] },
        { ...gauge, name: 'a', samples: [] },
      ],
    ],
    [
      'the same labels twice',
      [
        {
          ...gauge,
          name: 'a',
          samples: [
            { labels: { b: '1', c: '2' }, value: 1 },
            { labels: { c: '2', b: '1' }, value: 2 },
          ],
        },
      ],
    ],
  ])('%s is refused here, not by Prometheus with all the rest', (_what, metrics) => {
    expect(() => exposition(metrics)).toThrow(RangeError);
  });
});
