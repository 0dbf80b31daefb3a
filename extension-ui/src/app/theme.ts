import { Theme } from '@twenty-dialer/contract';

const THEME = 'twenty-dialer:theme';

/** Shows the theme, and remembers it on this computer for the moments before anybody is known. */
export const showTheme = (theme: Theme): void => {
  localStorage.setItem(THEME, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Before the first paint: what was shown here last. */
export const showRememberedTheme = (): void => {
  const remembered = Theme.safeParse(localStorage.getItem(THEME));
  if (remembered.success) showTheme(remembered.data);
};
