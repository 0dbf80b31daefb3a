import type { Figure } from '../../scenario.ts';
import type { BuiltScript } from './build.ts';

const BAR = { kind: 'below', value: 200 } as const;

/** @throws Error when a script was loaded that the build does not have, or that holds the voice SDK */
export const uiFigures = ({
  build,
  loaded,
  neededUrls,
}: {
  build: readonly BuiltScript[];
  /** Bytes of each script that came, by its address. */
  loaded: ReadonlyMap<string, number>;
  /** What the first screen needed; the rest came behind it, unasked. */
  neededUrls: ReadonlySet<string>;
}): Figure[] => {
  const scripts = [...loaded].map(([url, bytes]) => {
    const path = new URL(url).pathname;
    const built = build.find((script) => script.path === path);
    if (built === undefined) throw new Error(`${path} is not in the build.`);
    if (built.sources.some((source) => source.includes('@twilio/')))
      throw new Error(`${path} holds the voice SDK, which the first load must not.`);
    return { bytes, gzipBytes: built.gzipBytes, isNeeded: neededUrls.has(url) };
  });
  const needed = scripts.filter(({ isNeeded }) => isNeeded);
  return [
    {
      name: 'JavaScript until the first screen is usable, as sent',
      value: kilobytes(needed.map(({ bytes }) => bytes)),
      unit: 'kB',
      bar: BAR,
      note: `${needed.length} scripts, with headers; sign-in included, voice SDK not loaded`,
    },
    {
      name: 'the same by gzip alone, as over plain http',
      value: kilobytes(needed.map(({ gzipBytes }) => gzipBytes)),
      unit: 'kB',
      bar: BAR,
    },
    {
      name: 'with what comes behind the first screen by itself, as sent',
      value: kilobytes(scripts.map(({ bytes }) => bytes)),
      unit: 'kB',
      bar: null,
      note: `${scripts.length} scripts`,
    },
    {
      name: 'all scripts of the build by gzip',
      value: kilobytes(build.map(({ gzipBytes }) => gzipBytes)),
      unit: 'kB',
      bar: null,
      note: `${build.length} scripts`,
    },
  ];
};

const kilobytes = (bytes: readonly number[]): number => bytes.reduce((sum, each) => sum + each, 0) / 1000;
