import '@fontsource-variable/inter/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app.tsx';
import { createServices } from './services.ts';
import { showRememberedTheme } from './theme.ts';

// The worker's Content-Security-Policy allows no code made from strings; without this zod tries, and the browser complains.
config({ jitless: true });

showRememberedTheme();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App services={createServices()} />
    </StrictMode>,
  );
}
