const COLORS = ['green', 'blue', 'purple', 'orange', 'turquoise', 'gray'] as const;

/** The first letter of a name on a colour that stays the same for that name. */
export const Avatar = ({ name }: { name: string }) => {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span className={`avatar tag--${COLORS[sum % COLORS.length]}`} aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? '#'}
    </span>
  );
};
