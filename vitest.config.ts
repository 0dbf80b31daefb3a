import { defineConfig } from 'vitest/config';

const common = { testTimeout: 30_000, hookTimeout: 60_000 };

/**
 * One project per suite of `npm test`. `unit` and `ui` need nothing but Node and are part of `npm run check`;
 * the others start a database, processes or a browser.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          // No test patches a module, so files may share what they load: half the time.
          isolate: false,
          include: ['{contract,sync-worker,twenty-sandbox,scripts,bench}/**/*.test.{ts,mjs}'],
          exclude: ['**/node_modules/**', '**/*.postgres.test.ts'],
        },
      },
      {
        extends: './extension-ui/vite.config.ts',
        test: {
          ...common,
          name: 'ui',
          root: './extension-ui',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...common,
          name: 'postgres',
          include: ['sync-worker/**/*.postgres.test.ts'],
          fileParallelism: false,
        },
      },
      {
        test: {
          ...common,
          name: 'twenty',
          include: ['twenty-sandbox/conformance/**/*.conformance.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: 'faults',
          include: ['sync-worker/faults/**/*.faults.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: 'disk',
          include: ['sync-worker/full-disk/**/*.faults.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
