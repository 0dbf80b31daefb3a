import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createMail } from './mail.ts';
import { testMessage } from './message.ts';

const MESSAGE = testMessage('https://dialer.example.com', {
  id: 'one:opened',
  at: '2026-11-21T09:00:00.000Z',
});

const opened: { server: Server; sockets: Socket[] }[] = [];
afterEach(async () => {
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** As much of a mail server as one mail needs; `refuse` is its answer to a recipient. */
const mailServer = async (refuse: string | null = null) => {
  const mails: string[] = [];
  const commands: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let mail: string | null = null;
    let rest = '';
    socket.write('220 mail.example ready\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (mail !== null) {
          if (line !== '.') mail += `${line}\n`;
          else {
            mails.push(mail);
            mail = null;
            socket.write('250 taken\r\n');
          }
          continue;
        }
        commands.push(line);
        const verb = line.split(/[ :]/)[0]?.toUpperCase();
        if (verb === 'DATA') {
          mail = '';
          socket.write('354 go on\r\n');
        } else if (verb === 'RCPT' && refuse !== null) socket.write(`${refuse}\r\n`);
        else socket.write(verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  opened.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = createMail({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Twenty Dialer <dialer@example.com>',
    to: ['ada@example.com', 'ben@example.com'],
  });
  return { mails, commands, send, port };
};

describe('the mail of alerts', () => {
  test('reaches everybody who is to be told, with what is wrong and where to look', async () => {
    const { mails, commands, send } = await mailServer();
    await send(MESSAGE);
    expect(commands).toContain('RCPT TO:<ada@example.com>');
    expect(commands).toContain('RCPT TO:<ben@example.com>');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Subject: Twenty Dialer, test: A test of the alerts of Twenty Dialer.');
    expect(mails[0]).toContain('https://dialer.example.com/#/deliveries');
    expect(mails[0]).toContain('<one.opened@twenty-dialer>');
  });

  test('that the server refuses is told by its codes, without anybody’s address', async () => {
    const { send } = await mailServer('550 no such mailbox: ada@example.com');
    const fault: unknown = await send(MESSAGE).catch((error: unknown) => error);
    expect(String(fault)).toBe('Error: The mail could not be sent (EENVELOPE, 550).');
  });

  test('without a server is told by its code', async () => {
    const { send } = await mailServer();
    for (const { server } of opened.splice(0)) await new Promise((resolve) => server.close(resolve));
    await expect(send(MESSAGE)).rejects.toThrow('The mail could not be sent (');
  });
});
