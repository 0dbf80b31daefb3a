import { type PageStep, page } from './page.ts';

/** How far an administrator has come with a new installation. */
export interface Setup {
  /** Where people open Twenty. */
  readonly frontUrl: string;
  /** Where the worker asks it. */
  readonly apiUrl: string;
  readonly doesTwentyAnswer: boolean;
  /** `npm run connect` has written the app's credentials, and the worker has read them. */
  readonly hasCredentials: boolean;
  /** Why Twenty has not told yet which workspace this is; '' when nobody has asked. */
  readonly reason: string;
}

/** Shown in place of the dialer while nobody could sign in: what is done, what is next, and how. It looks again by itself. */
export const setupPage = (setup: Setup): Response => {
  const steps = stepsOf(setup);
  const next = steps.findIndex((step) => !step.isDone);
  return page({
    status: 503,
    title: 'A few steps are left',
    paragraphs: [
      'The worker runs. Before anybody can sign in, an administrator connects it with Twenty, once.',
    ],
    steps: steps.map((step, index) => ({
      title: step.title,
      state: step.isDone ? 'done' : index === next ? 'next' : 'later',
      body: index === next ? step.body : [],
    })),
    refreshSeconds: 10,
  });
};

interface Step {
  readonly title: string;
  readonly isDone: boolean;
  readonly body: PageStep['body'];
}

const stepsOf = ({ frontUrl, apiUrl, doesTwentyAnswer, hasCredentials, reason }: Setup): Step[] => [
  {
    title: 'Twenty runs',
    isDone: doesTwentyAnswer,
    body: [
      { text: `Nothing answers at ${apiUrl} yet. The first start of Twenty takes some minutes.` },
      { text: 'If it stays so, look at the log of Twenty, and at TWENTY_API_URL.' },
    ],
  },
  {
    title: 'Make an API key in Twenty',
    isDone: hasCredentials,
    body: [
      { link: frontUrl, text: 'Open Twenty' },
      { text: 'Sign in as an administrator; on a new Twenty the first account that is made is one.' },
      { text: 'Under Settings, MCP & APIs, make a key with the role Admin and copy it: it is shown once.' },
      { text: 'Then run the command of the next step. It asks for the key.' },
      ...CONNECT,
      { text: 'It shows what it changes in Twenty. When it is done, start the worker again:' },
      { command: 'docker compose -f docker-compose.twenty.yml restart dialer' },
    ],
  },
  {
    title: 'Run connect, and start the worker again',
    isDone: false,
    body: [
      { text: reason || 'The worker asks Twenty which workspace this is …' },
      { text: 'If this stays, run the command once more and start the worker again.' },
      ...CONNECT,
    ],
  },
];

const CONNECT = [
  { text: 'With Docker Compose:' },
  { command: 'docker compose -f docker-compose.twenty.yml run --rm connect' },
  { text: 'Without:' },
  { command: 'npm run connect' },
] as const;
