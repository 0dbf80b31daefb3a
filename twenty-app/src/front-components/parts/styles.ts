import type { CSSProperties } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';

interface Colors {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly sunken: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly green: string;
  readonly greenSoft: string;
  readonly orange: string;
  readonly orangeSoft: string;
  readonly red: string;
  readonly redSoft: string;
}

/** Twenty's own look, with text dark or light enough to be read by everybody. */
const LIGHT: Colors = {
  text: '#333333',
  soft: '#666666',
  line: '#ebebeb',
  sunken: '#f1f1f1',
  accent: '#3e63dd',
  onAccent: '#ffffff',
  green: '#18794e',
  greenSoft: '#e6f6eb',
  orange: '#9a4a00',
  orangeSoft: '#ffefdd',
  red: '#b5252a',
  redSoft: '#ffefef',
};
const DARK: Colors = {
  text: '#ebebeb',
  soft: '#b3b3b3',
  line: '#2b2b2b',
  sunken: '#222222',
  accent: '#3e63dd',
  onAccent: '#ffffff',
  green: '#4cc38a',
  greenSoft: '#0f291e',
  orange: '#f1a10d',
  orangeSoft: '#341c00',
  red: '#ff8589',
  redSoft: '#3c181a',
};

export type Styles = ReturnType<typeof stylesOf>;

export const useStyles = (): Styles => (useColorScheme() === 'dark' ? DARK_STYLES : LIGHT_STYLES);

const stylesOf = (colors: Colors) => {
  const { text, soft, line, sunken, accent, onAccent } = colors;
  const quiet: CSSProperties = { margin: 0, color: soft };
  const control: CSSProperties = {
    flex: 'none',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: 32,
    boxSizing: 'border-box',
    padding: '0 12px',
    borderRadius: 4,
    font: 'inherit',
    fontWeight: 500,
    textDecoration: 'none',
    cursor: 'pointer',
  };
  return {
    page: {
      display: 'flex',
      flexDirection: 'column',
      gap: 12,
      padding: 12,
      color: text,
      fontFamily: 'Inter, system-ui, sans-serif',
      fontSize: 13,
      lineHeight: 1.5,
    } satisfies CSSProperties,
    person: { display: 'flex', flexDirection: 'column', gap: 6 } satisfies CSSProperties,
    row: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 8,
      minHeight: 32,
    } satisfies CSSProperties,
    name: { fontWeight: 600, overflowWrap: 'anywhere' } satisfies CSSProperties,
    heading: { paddingTop: 8, borderTop: `1px solid ${line}`, fontWeight: 600 } satisfies CSSProperties,
    number: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' } satisfies CSSProperties,
    call: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 6,
      minWidth: 0,
    } satisfies CSSProperties,
    tag: { padding: '0 6px', borderRadius: 4, background: sunken, color: text } satisfies CSSProperties,
    when: { ...quiet, flex: 'none', fontVariantNumeric: 'tabular-nums' } satisfies CSSProperties,
    quiet,
    live: { margin: 0, padding: '4px 8px', borderRadius: 4, minHeight: 20 } satisfies CSSProperties,
    toneQuiet: { color: soft, background: sunken } satisfies CSSProperties,
    toneLive: { color: colors.green, background: colors.greenSoft } satisfies CSSProperties,
    toneWaiting: { color: colors.orange, background: colors.orangeSoft } satisfies CSSProperties,
    warning: {
      margin: 0,
      padding: '4px 8px',
      borderRadius: 4,
      color: colors.red,
      background: colors.redSoft,
    } satisfies CSSProperties,
    notice: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: 8,
      padding: 12,
      color: text,
      fontFamily: 'Inter, system-ui, sans-serif',
      fontSize: 13,
      lineHeight: 1.5,
    } satisfies CSSProperties,
    mainLink: {
      ...control,
      background: accent,
      color: onAccent,
      border: `1px solid ${accent}`,
    } satisfies CSSProperties,
    button: {
      ...control,
      background: 'transparent',
      color: text,
      border: `1px solid ${soft}`,
    } satisfies CSSProperties,
    skeleton: { height: 24, borderRadius: 4, background: sunken } satisfies CSSProperties,
  };
};

const LIGHT_STYLES = stylesOf(LIGHT);
const DARK_STYLES = stylesOf(DARK);
