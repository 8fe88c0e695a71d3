import type { theme as original } from '../ja/theme.ts';

export const theme: typeof original = {
  label: 'Theme',
  choices: { auto: 'Auto', light: 'Light', dark: 'Dark' },
};
