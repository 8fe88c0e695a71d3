/** What the choice between light and dark says. */
export const theme = {
  label: '配色',
  choices: { auto: '自動', light: '明', dark: '暗' },
};
