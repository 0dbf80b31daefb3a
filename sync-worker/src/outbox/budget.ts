/** Twenty's token bucket as the worker models it. One shared row per workspace in the store. */
export interface BudgetState {
  readonly tokens: number;
  /** When a request was last allowed, in milliseconds of the store's clock; Twenty refills from there. */
  readonly allowedAtMs: number;
}

export interface BudgetDecision {
  readonly isGranted: boolean;
  readonly state: BudgetState;
  /** Milliseconds until the tokens asked for will be there; 0 when granted. */
  readonly waitMs: number;
}
