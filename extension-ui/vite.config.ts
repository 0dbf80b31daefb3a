import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Packed copies beside each text file: the worker sends the one that a browser takes, and packs nothing itself. */
const packedCopies = (): Plugin => ({
  name: 'packed-copies',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    const texts = Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name));
    const packed = texts.map(async (name) => {
      const path = join(dir, name);
      const text = await readFile(path);
      await writeFile(`${path}.br`, await promisify(brotliCompress)(text));
      // Browsers take Brotli over https only; within an office the dialer may be reached without it.
      await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
    });
    await Promise.all(packed);
  },
});

export default defineConfig(({ command }) => {
  // Whoever builds from a test run has NODE_ENV=test, and would leave everybody React's far larger development build.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), packedCopies()],
    build: { outDir: 'dist', sourcemap: true, target: 'es2022' },
    server: {
      proxy: {
        '/api': 'http://localhost:4400',
        '/auth': 'http://localhost:4400',
      },
    },
  };
});
