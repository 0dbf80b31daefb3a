import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROUTES } from '../contract/src/index.ts';
import { readConfig } from '../sync-worker/src/config.ts';
import { CONTENT_SECURITY_POLICY } from '../sync-worker/src/http/security.ts';

// No Docker engine is needed, or used, here: these hold the files to their schema and to the rest of the project.

const ROOT = join(import.meta.dirname, '..');
const COMPOSE_FILE = join(ROOT, 'docker-compose.twenty.yml');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const Service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  profiles: z.array(z.string()).optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});

const SECRETS = {
  CRM_ENCRYPTION_KEY: 'c'.repeat(64),
  DATABASE_ADMIN_PASSWORD: 'a'.repeat(64),
  DATABASE_DIALER_PASSWORD: 'd'.repeat(64),
  DIALER_SECRET_KEY: '0'.repeat(64),
};

/** What compose makes of the file with these settings: anchors merged, `${…}` filled in after that. */
const compose = (env: Readonly<Record<string, string>> = SECRETS) => {
  const merged = JSON.stringify(parse(read('docker-compose.twenty.yml'), { merge: true }));
  const filled = merged.replaceAll(VARIABLE, (_all, name: string, rule: string, word: string) => {
    if (rule === ':?' && !env[name]) throw new Error(`${name}: ${word}`);
    return env[name] || word;
  });
  return Compose.parse(JSON.parse(filled));
};
const VARIABLE = /\$\{(\w+)(:[-?])([^}]*)\}/g;

const serviceOf = (name: string): z.infer<typeof Service> => Service.parse(compose().services[name]);

describe('docker-compose.twenty.yml', () => {
  test('holds to the schema of the Compose Specification', () => {
    const [result] = new DCLinter({ rules: STYLE_IS_OURS, quiet: true, debug: false, exclude: [] }).lintFiles(
      [COMPOSE_FILE],
      false,
    );
    expect(result?.messages.map(({ rule, message, line }) => `${line} ${rule}: ${message}`)).toEqual([]);
  });

  test.each(Object.keys(SECRETS))('nothing starts without %s, which has no default', (name) => {
    expect(() => compose({ ...SECRETS, [name]: '' })).toThrow('docs/deploy.md');
  });

  test('the server is of the release that the SDK of the app was made for', () => {
    const app = z
      .object({ devDependencies: z.object({ 'twenty-sdk': z.string() }) })
      .parse(JSON.parse(read('twenty-app/package.json')));
    const minor = (version: string) => version.replace(/^v/, '').split('.').slice(0, 2).join('.');
    const tag = serviceOf('twenty').image.split(':')[1] ?? '';
    expect(minor(tag)).toBe(minor(app.devDependencies['twenty-sdk']));
    expect(serviceOf('twenty-worker').image).toBe(serviceOf('twenty').image);
  });

  test('the worker takes its settings as they are given, and has a database of its own', () => {
    const { environment } = serviceOf('dialer');
    const config = readConfig(environment, { cwd: '/app', uiDir: '/app/ui' });
    expect(config.twenty).toMatchObject({ apiUrl: 'http://twenty:3000', frontUrl: 'http://localhost:3000' });
    expect(config.secretKey).toHaveLength(32);
    expect(config.databaseUrl).toBe(
      `postgres://dialer:${SECRETS.DATABASE_DIALER_PASSWORD}@database:5432/dialer`,
    );
    expect(serviceOf('twenty').environment.PG_DATABASE_URL).toContain('@database:5432/default');
  });

  test('the worker is never given the password of the administrator or the key of Twenty', () => {
    const given = JSON.stringify(serviceOf('dialer'));
    expect(given).not.toContain(SECRETS.DATABASE_ADMIN_PASSWORD);
    expect(given).not.toContain(SECRETS.CRM_ENCRYPTION_KEY);
  });

  test('whoever waits for the health of a service waits for one that tells it, and every volume is declared', () => {
    const { services, volumes } = compose();
    for (const service of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(service.depends_on)) {
        expect(Object.keys(services)).toContain(name);
        if (condition === 'service_healthy') expect(services[name]).toHaveProperty('healthcheck.test');
      }
      for (const volume of service.volumes) {
        const source = volume.split(':')[0] ?? '';
        if (source.startsWith('.')) expect(existsSync(join(ROOT, source))).toBe(true);
        else expect(Object.keys(volumes)).toContain(source);
      }
    }
  });

  test('only this machine reaches a port: the way in for others is a proxy with TLS', () => {
    const ports = Object.values(compose().services).flatMap((service) => service.ports);
    expect(ports).toEqual(['127.0.0.1:3000:3000', '127.0.0.1:4400:4400']);
  });

  test('one "up" starts what is needed, and the commands of an administrator only when they are called', () => {
    const { services } = compose();
    const started = Object.keys(services).filter((name) => services[name]?.profiles === undefined);
    expect(started).toEqual(['database', 'cache', 'twenty', 'twenty-worker', 'dialer-database', 'dialer']);
  });
});

describe('Dockerfile', () => {
  const stages = read('Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1);
  const stage = (name: string): string =>
    stages.find((one) => one.startsWith('FROM') && nameOf(one) === name) ?? '';
  const nameOf = (text: string): string => /^FROM \S+ AS (\S+)/.exec(text)?.[1] ?? '';

  test('has no fault that its language server knows', () => {
    expect(
      validate(read('Dockerfile')).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
    ).toEqual([]);
  });

  test('the worker comes last, runs as nobody special and says whether it is well', () => {
    expect(stages.map(nameOf).at(-1)).toBe('worker');
    expect(stage('worker')).toMatch(/^FROM base /);
    expect(stage('base').trim()).toMatch(/USER node$/m);
    expect(stages.join('')).not.toMatch(/^USER (?!node$)/m);
    expect(stage('worker')).toMatch(/^HEALTHCHECK /m);
  });

  test('has the targets that compose builds, and copies only what is there', () => {
    for (const { build } of Object.values(compose().services)) {
      if (build !== undefined) expect(stage(build.target)).not.toBe('');
    }
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(?:--\S+ )*(.+)$/gm)].flatMap(
      (match) => match[1]?.split(' ').slice(0, -1) ?? [],
    );
    for (const path of copied) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  test('every workspace of the lockfile is there when its packages are installed', () => {
    const { workspaces } = z
      .object({ workspaces: z.array(z.string()) })
      .parse(JSON.parse(read('package.json')));
    for (const name of workspaces) expect(stage('packages')).toContain(`${name}/package.json`);
  });

  test('packages that npm nests in a workspace reach the worker, too', () => {
    for (const folder of ['', 'contract/', 'sync-worker/']) {
      expect(stage('worker')).toContain(`/app/${folder}node_modules/ ${folder}node_modules/`);
    }
  });

  test('no secret and no data of this folder gets into an image', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['**/.env', '**/.env.*', '**/*.env', '**/.data', '.git'])
      expect(ignored).toContain(name);
  });
});

test("the static host of the documents sends the worker's own policy, and hands its routes on before the page", () => {
  const [, json = ''] = /```json\n(\{[\s\S]*?)```/.exec(read('docs/deploy.md')) ?? [];
  const vercel = z
    .object({
      rewrites: z.array(z.object({ source: z.string(), destination: z.string() })),
      headers: z.array(z.object({ headers: z.array(z.object({ key: z.string(), value: z.string() })) })),
    })
    .parse(JSON.parse(json));
  const sent = vercel.headers.flatMap(({ headers }) => headers);
  expect(sent).toContainEqual({ key: 'Content-Security-Policy', value: CONTENT_SECURITY_POLICY });
  expect(vercel.rewrites.map(({ source }) => source)).toEqual([
    '/api/:path*',
    '/auth/:path*',
    '/((?!assets/).*)',
  ]);
  // Asked of the worker itself, by whoever watches it.
  const watched = ['/healthz', '/readyz', '/metrics'];
  for (const { path } of Object.values(ROUTES)) {
    expect(watched.includes(path) || /^\/(api|auth)\//.test(path), path).toBe(true);
  }
});

/** The order of keys is ours, and a name for an image that is built here keeps it apart from others on the machine. */
const STYLE_IS_OURS = {
  'no-build-and-image': 0,
  'require-quotes-in-ports': 0,
  'service-keys-order': 0,
  'services-alphabetical-order': 0,
  'top-level-properties-order': 0,
} as const;
