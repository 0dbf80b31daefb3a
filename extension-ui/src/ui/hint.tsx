import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/** Words and the shortcut of a control, on hover and on keyboard focus. The control itself must carry its own name. */
export const Hint = ({ words, keys, children }: { words: string; keys?: string; children: ReactElement }) => (
  <Tooltip.Root>
    <Tooltip.Trigger render={children} />
    <Tooltip.Portal>
      <Tooltip.Positioner sideOffset={6} collisionPadding={8}>
        <Tooltip.Popup className="tooltip">
          {words}
          {keys === undefined ? null : <Keys keys={keys} />}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
);

/** One or more keys of the keyboard, for example `Ctrl+Enter`. */
export const Keys = ({ keys }: { keys: string }) => (
  <span aria-hidden="true">
    {keys.split('+').map((key) => (
      <kbd key={key} className="kbd">
        {key}
      </kbd>
    ))}
  </span>
);
