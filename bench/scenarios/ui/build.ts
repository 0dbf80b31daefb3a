import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';

/** A script of the built dialer. */
export interface BuiltScript {
  /** Its path in the address. */
  readonly path: string;
  /** As a plain server or proxy would compress it. */
  readonly gzipBytes: number;
  /** The files that it was made of. */
  readonly sources: readonly string[];
}

const SourceMap = z.object({ sources: z.array(z.string()) });

export const readBuild = async (dist: string): Promise<readonly BuiltScript[]> => {
  const names = (await readdir(join(dist, 'assets'))).filter((name) => name.endsWith('.js'));
  return Promise.all(
    names.map(async (name): Promise<BuiltScript> => {
      const file = join(dist, 'assets', name);
      const script = await readFile(file);
      // The bundler's own few lines were made of no file.
      const { sources } = script.includes('//# sourceMappingURL=')
        ? SourceMap.parse(JSON.parse(await readFile(`${file}.map`, 'utf8')))
        : { sources: [] };
      const packed = await promisify(gzip)(script, { level: 9 });
      return { path: `/assets/${name}`, gzipBytes: packed.length, sources };
    }),
  );
};
