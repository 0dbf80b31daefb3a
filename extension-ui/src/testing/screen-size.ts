/** jsdom draws nothing, so everything has no size; lists that draw only what is in view need one. */
export const giveElementsSize = ({ width = 400, height = 800 } = {}): void => {
  for (const [name, value] of [
    ['offsetWidth', width],
    ['offsetHeight', height],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
};
