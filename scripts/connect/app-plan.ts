/** What applying the app would do to the workspace, as the SDK's command line prints it. */
export interface AppPlan {
  readonly toAdd: number;
  readonly toChange: number;
  readonly toDestroy: number;
  /** One a line, for example `fieldMetadata "callId" will be created`. */
  readonly actions: readonly string[];
}

/** Null when the text holds no plan. */
export const parsePlan = (output: string): AppPlan | null => {
  const text = output.replaceAll(TERMINAL_COLOURS, '');
  if (/^No changes\./m.test(text)) return { toAdd: 0, toChange: 0, toDestroy: 0, actions: [] };
  const counts = /^Plan: (\d+) to add, (\d+) to change, (\d+) to destroy\./m.exec(text);
  if (counts === null) return null;
  return {
    toAdd: Number(counts[1]),
    toChange: Number(counts[2]),
    toDestroy: Number(counts[3]),
    actions: [...text.matchAll(/^ {2}# (.+)$/gm)].map((match) => match[1] ?? ''),
  };
};

export const isEmpty = (plan: AppPlan): boolean => plan.toAdd + plan.toChange + plan.toDestroy === 0;

/** The plan in a few lines: what is changed or destroyed in full, what is added counted by kind. */
export const describePlan = (plan: AppPlan): string[] => {
  const added = new Map<string, number>();
  const others: string[] = [];
  for (const action of plan.actions) {
    const kind = /^(\w+) .* will be created$/.exec(action)?.[1];
    if (kind === undefined) others.push(action);
    else added.set(kind, (added.get(kind) ?? 0) + 1);
  }
  const counted = [...added].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return [
    `${plan.toAdd} to add, ${plan.toChange} to change, ${plan.toDestroy} to destroy`,
    ...(counted ? [`added: ${counted}`] : []),
    ...others,
  ];
};

/** What terminals use for colours; the SDK may print it in spite of NO_COLOR. */
const TERMINAL_COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
