/** Moves the focus between the items of a list that match `selector`; stays at the ends. */
export const moveInList = (list: HTMLElement | null, selector: string, by: 1 | -1): void => {
  const items = [...(list?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const at = items.findIndex(
    (item) => item === document.activeElement || item.contains(document.activeElement),
  );
  const next = at === -1 ? (by === 1 ? 0 : items.length - 1) : at + by;
  items[Math.min(items.length - 1, Math.max(0, next))]?.focus();
};
