import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ConnectError } from './connect-error.ts';

/** Asks the person at the terminal. */
export interface Terminal {
  readonly isThere: boolean;
  ask(question: string): Promise<string>;
  /** What is typed is not shown. */
  askSecret(question: string): Promise<string>;
}

export const createTerminal = (input = process.stdin, output = process.stdout): Terminal => {
  const isThere = input.isTTY === true && output.isTTY === true;
  const read = async (prompt: string, shown: NodeJS.WritableStream): Promise<string> => {
    const lines = createInterface({ input, output: shown, terminal: true });
    // Ctrl-C and Ctrl-D close the line without an answer, and the question would wait for ever.
    const givenUp = new Promise<never>((_resolve, reject) => {
      lines.once('close', () =>
        reject(new ConnectError('Stopped: nothing was entered.', 'Nothing was changed.')),
      );
    });
    givenUp.catch(() => undefined);
    try {
      return (await Promise.race([lines.question(prompt), givenUp])).trim();
    } finally {
      lines.close();
    }
  };
  return {
    isThere,
    ask: (question) => read(`${question} `, output),
    askSecret: async (question) => {
      output.write(`${question} `);
      const answer = await read('', new Writable({ write: (_chunk, _encoding, done) => done() }));
      output.write('\n');
      return answer;
    },
  };
};

/** @throws ConnectError that names the setting, when there is nobody to ask */
export const askOrRefuse = async (
  terminal: Terminal,
  { name, what, isSecret }: { name: string; what: string; isSecret: boolean },
): Promise<string> => {
  if (terminal.isThere) {
    const answer = await (isSecret ? terminal.askSecret(`${what}:`) : terminal.ask(`${what}:`));
    if (answer !== '') return answer;
  }
  throw new ConnectError(
    `${name} is not set.`,
    `Set it in the environment or in .env. It is ${what[0]?.toLowerCase()}${what.slice(1)}.`,
  );
};
