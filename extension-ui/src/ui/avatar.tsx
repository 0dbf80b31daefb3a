import { IconPhone } from '@tabler/icons-react';

const COLORS = ['green', 'blue', 'purple', 'orange', 'turquoise', 'gray'] as const;

/** The first letter of a name on a colour that stays the same for that name; a telephone for a bare number. */
export const Avatar = ({ name }: { name: string }) => {
  const initial = [...name.trim()][0]?.toUpperCase() ?? '';
  if (!/\p{L}/u.test(initial)) {
    return (
      <span className="avatar tag--gray" aria-hidden="true">
        <IconPhone size={16} />
      </span>
    );
  }
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span className={`avatar tag--${COLORS[sum % COLORS.length]}`} aria-hidden="true">
      {initial}
    </span>
  );
};
