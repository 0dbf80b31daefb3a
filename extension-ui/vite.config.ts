import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // Whoever builds from a test run has NODE_ENV=test, and would leave everybody React's far larger development build.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react()],
    build: { outDir: 'dist', sourcemap: true, target: 'es2022' },
    server: {
      proxy: {
        '/api': 'http://localhost:4400',
        '/auth': 'http://localhost:4400',
      },
    },
  };
});
