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

/** Kinds whose names mean something to an administrator; of the others, such as columns of views, the number says enough. */
const NAMED: Readonly<Record<string, string>> = {
  objectMetadata: 'objects',
  fieldMetadata: 'fields',
  view: 'views',
  role: 'roles',
  navigationMenuItem: 'navigation',
  pageLayout: 'pages',
  pageLayoutTab: 'tabs',
  frontComponent: 'front components',
  commandMenuItem: 'commands',
};

/** The plan in words: what is added by name or number, what is changed or destroyed one by one. */
export const describePlan = (plan: AppPlan): string[] => {
  const added = new Map<string, string[]>();
  const others: string[] = [];
  for (const action of plan.actions) {
    const [, kind, name = ''] = /^(\w+) "?(.*?)"? will be created$/.exec(action) ?? [];
    if (kind === undefined) others.push(action);
    else added.set(kind, [...(added.get(kind) ?? []), name]);
  }
  const named = [...added].filter(([kind]) => NAMED[kind] !== undefined);
  const counted = [...added].filter(([kind]) => NAMED[kind] === undefined);
  return [
    `${plan.toAdd} to add, ${plan.toChange} to change, ${plan.toDestroy} to destroy`,
    ...named.map(([kind, names]) => `added ${NAMED[kind]}: ${names.join(', ')}`),
    ...(counted.length > 0
      ? [`added besides: ${counted.map(([kind, names]) => `${names.length} ${kind}`).join(', ')}`]
      : []),
    ...others,
  ];
};

/** What terminals use for colours; the SDK may print it in spite of NO_COLOR. */
const TERMINAL_COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
