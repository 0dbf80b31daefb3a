/** jsdom draws and scrolls nothing; lists that draw only what is in view need elements with a size that scroll. */
export const giveElementsSize = ({ width = 400, height = 800 } = {}): void => {
  for (const [name, value] of [
    ['clientWidth', width],
    ['clientHeight', height],
    ['scrollHeight', 1_000_000],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  Object.defineProperty(HTMLElement.prototype, 'scrollTo', {
    configurable: true,
    value(this: HTMLElement, { top = 0 }: ScrollToOptions) {
      this.scrollTop = top;
      this.dispatchEvent(new Event('scroll'));
    },
  });
};
