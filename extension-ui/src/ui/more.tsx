import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

/** Words that are too long for their line, behind one small button. */
const More = ({ children }: { children: ReactNode }) => (
  <Popover.Root>
    <Popover.Trigger className="button">More</Popover.Trigger>
    <Popover.Portal>
      <Popover.Positioner sideOffset={6} collisionPadding={12}>
        <Popover.Popup className="popover" aria-label="What this means">
          <Popover.Description>{children}</Popover.Description>
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  </Popover.Root>
);
export default More;
