import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { z } from 'zod';
import { syncTree } from './sync-tree.ts';

/**
 * A data folder whose writes survive a power cut: PGlite's own file system answers every fsync with "done" and does
 * nothing, so a committed call could be gone, or the folder broken, after the machine lost power.
 */
export class DurableFs extends NodeFS {
  readonly #syncFile: (file: number) => void;

  constructor(folder: string, syncFile: (file: number) => void = fsyncSync) {
    super(folder);
    this.#syncFile = syncFile;
  }

  override async init(pglite: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const { emscriptenOpts } = await super.init(pglite, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: Module) => addSync(module, this.#syncFile)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

type Module = NonNullable<Parameters<NodeFS['init']>[1]['preRun']>[number] extends (module: infer M) => void
  ? M
  : never;

const addSync = (module: Module, syncFile: (file: number) => void): void => {
  const nodeFs = EmscriptenNodeFs.parse(module.NODEFS);
  nodeFs.stream_ops.fsync = (stream: unknown) => {
    const { nfd, node } = OpenFile.parse(stream);
    // A new file is only there after a power cut when its folder was synced too; a folder has no descriptor here.
    if (nfd === undefined) syncTree(String(nodeFs.realPath(node)), { isRecursive: false });
    else syncFile(nfd);
    return 0;
  };
};

/** The part of Emscripten's own code that is relied on: checked, because no type describes it and PGlite may change it. */
const EmscriptenNodeFs = z.custom<{
  stream_ops: Record<string, (stream: unknown) => unknown>;
  realPath(node: unknown): unknown;
}>(
  (value) =>
    z
      .object({ stream_ops: z.looseObject({}), realPath: z.custom((member) => typeof member === 'function') })
      .safeParse(value).success,
  'This PGlite has no NODEFS as expected: its version must be the pinned one.',
);

const OpenFile = z.object({ nfd: z.number().optional(), node: z.unknown() });
