import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './processes.mjs';

/** What some suites need beside npm packages, how to tell that it is there, and where Debian has it. */
export const SYSTEM_PACKAGES = /** @type {const} */ ({
  chromium: {
    isThere: () =>
      Boolean(process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) ||
      [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ].some((path) => existsSync(path)),
    debian: ['chromium'],
    remedy: 'Install Chromium or Google Chrome, or set CHROMIUM_PATH to its program.',
  },
  mount: {
    // Tried, not guessed: root in a container may not mount either.
    isThere: canMount,
    debian: [],
    remedy:
      'Run it on Linux as root with the right to mount (in a container: --cap-add SYS_ADMIN): it fills a small disk of its own.',
  },
  postgres: {
    isThere: () =>
      Boolean(process.env.DIALER_TEST_DATABASE_URL) ||
      (existsSync('/usr/lib/postgresql') &&
        readdirSync('/usr/lib/postgresql').some((version) =>
          existsSync(`/usr/lib/postgresql/${version}/bin/postgres`),
        )),
    debian: ['postgresql'],
    remedy:
      'Install PostgreSQL 15 or newer, or set DIALER_TEST_DATABASE_URL to a server whose user may create databases and roles.',
  },
});

function canMount() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'dialer-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], {
    stdio: 'ignore',
  });
  if (status === 0) spawnSync('umount', [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

/**
 * Installs what is missing where that can be done (Debian, as root).
 * @param {readonly (keyof typeof SYSTEM_PACKAGES)[]} names
 * @param {(line: string) => void} say
 * @returns {Promise<(keyof typeof SYSTEM_PACKAGES)[]>} what is still missing
 */
export const ensureSystemPackages = async (names, say) => {
  const missing = names.filter((name) => !SYSTEM_PACKAGES[name].isThere());
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (missing.length === 0 || !isDebianRoot) return missing;
  const packages = missing.flatMap((name) => [...SYSTEM_PACKAGES[name].debian]);
  if (packages.length === 0) return missing;
  say(`Installing ${packages.join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update'], { isQuiet: true, env });
  const install = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    isQuiet: true,
    env,
  });
  if (install.code !== 0) console.error(update.output.slice(-1_000), install.output.slice(-3_000));
  return missing.filter((name) => !SYSTEM_PACKAGES[name].isThere());
};
