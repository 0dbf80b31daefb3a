import type { Delivery } from '@twenty-dialer/contract';
import type { SignedIn } from '../http/route.ts';
import type { BudgetSettings } from '../outbox/budget.ts';
import type { Actor, DeliveryRow } from '../store/admin-port.ts';
import type { Store } from '../store/port.ts';
import type { TwentyLook, TwentyPeople } from '../twenty/port.ts';

export interface DeliveriesDeps {
  readonly store: Pick<Store, 'transaction'>;
  /** For what is looked at again and again: a report goes before it. */
  readonly background: Pick<Store, 'transaction'>;
  readonly look: TwentyLook;
  readonly people: Pick<TwentyPeople, 'get'>;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  /** Who does it, as they are now. */
  readonly actorOf: (who: SignedIn, requestId: string) => Promise<Actor>;
  readonly budget: BudgetSettings;
  readonly viewOf: (row: DeliveryRow) => Delivery;
}
