import type { Delivery } from '@twenty-dialer/contract';
import type { DeliveryRow } from '../store/admin-port.ts';

/** A record on its way as an admin sees it, with the way to it in Twenty at `frontUrl`. */
export const createDeliveryView =
  (frontUrl: string) =>
  ({ twentyRecordId, ...row }: DeliveryRow): Delivery => ({
    ...row,
    twentyUrl: twentyRecordId === null ? null : `${frontUrl}/object/${row.objectName}/${twentyRecordId}`,
  });
