/**
 * Identifiers that two definitions of the app share: Twenty would let one take the place of the other. Looks at
 * everything that was built, whatever it is, because parts such as columns and widgets have identifiers, too.
 * @param built what the SDK built, as it was read from JSON
 */
export const repeatedIdentifiers = (built: unknown): string[] => {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    // Of a list these are its items.
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'universalIdentifier' || typeof inner !== 'string') visit(inner);
      else if (seen.has(inner)) repeated.add(inner);
      else seen.add(inner);
    }
  };
  visit(built);
  return [...repeated];
};
