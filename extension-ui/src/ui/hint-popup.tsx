import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

/** The words of a hint beside what they are about. Escape closes them, and nothing else with them. */
export const HintPopup = ({
  anchor,
  onClose,
  children,
}: {
  anchor: Element;
  onClose: () => void;
  children: ReactNode;
}) => (
  <Tooltip.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
    <Tooltip.Portal>
      <Tooltip.Positioner anchor={anchor} sideOffset={6} collisionPadding={8}>
        <Tooltip.Popup className="tooltip">{children}</Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
);
