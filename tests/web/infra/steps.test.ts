import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const steps = fileURLToPath(new URL('../../../infra/steps', import.meta.url));
const config = JSON.parse(
  readFileSync(new URL('../../../web/site/staticwebapp.config.json', import.meta.url), 'utf8'),
) as { globalHeaders: Record<string, string> };

// Dozens of small programs are started, also on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'see360-steps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a step; `az` is what the test says. All arguments of all calls are written to the file `calls`. */
async function run(step: string, args: string[], az = '', env: Record<string, string> = {}) {
  const program = join(folder, 'az');
  writeFileSync(program, `#!/usr/bin/env bash\necho "$*" >>'${folder}/calls'\n${az}\n`);
  chmodSync(program, 0o755);
  const child = spawn(join(steps, step), args, {
    env: { ...process.env, ...env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (said += part.toString()));
  }
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const calls = existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : '';
  return { code, said, calls };
}

describe('the step that makes the secret', () => {
  const args = ['group', 'vault', 'app'];
  const none = "echo '(SecretNotFound) none' >&2; exit 1";
  const quick = { STEP_PAUSE: '0' };
  const az = (answer: string, list = 'true') => `
case "$*" in
  *"keyvault show"*) echo /subscriptions/s/vaults/vault ;;
  *"functionapp show"*) echo /subscriptions/s/sites/app ;;
  *"/secrets?api"*) ${list} ;;
  *"--method get"*) ${answer} ;;
  *"--method put"*) for word in "$@"; do case $word in @*) cp "\${word#@}" '${folder}/body' ;; esac; done ;;
esac`;
  const body = () => join(folder, 'body');

  it('leaves a secret that is there', async () => {
    const { code, calls } = await run('master-key.sh', args, az('exit 0'));
    expect(code).toBe(0);
    expect(calls).not.toContain('--method put');
    expect(existsSync(body())).toBe(false);
  });

  it('makes 32 random bytes if there is none, says them nowhere, and has the program look again', async () => {
    const { code, said, calls } = await run('master-key.sh', args, az(none), quick);
    expect([code, said]).toEqual([0, expect.stringContaining('was made')]);
    const { properties } = JSON.parse(readFileSync(body(), 'utf8')) as { properties: { value: string } };
    expect(Buffer.from(properties.value, 'base64').length).toBe(32);
    expect(said + calls).not.toContain(properties.value);
    expect(calls).toContain('configreferences/appsettings/refresh');
  });

  it.each([
    ['the second answer has it', `if [ -e '\${0}.asked' ]; then exit 0; fi; touch '\${0}.asked'; ${none}`, 'true'],
    ['the list has it', none, 'echo other; echo master-key'],
  ])('leaves the secret if %s', async (_, answer, list) => {
    const { code, said, calls } = await run(
      'master-key.sh',
      args,
      az(answer.replaceAll("'", '"').replaceAll('\\', ''), list),
      quick,
    );
    expect([code, said]).toEqual([0, expect.stringContaining('stays as it is')]);
    expect(calls).not.toContain('--method put');
  });

  it('changes nothing if the list can not be had', async () => {
    const { code, calls } = await run('master-key.sh', args, az(none, 'exit 1'), quick);
    expect(code).toBe(1);
    expect(calls).not.toContain('--method put');
  });

  it.each(['(Forbidden) no access', '(ResourceNotFound) no vault', 'Not Found(404)', 'Connection reset', ''])(
    'changes nothing after the answer "%s"',
    async (answer) => {
      const { code, said, calls } = await run('master-key.sh', args, az(`echo '${answer}' >&2; exit 1`), quick);
      expect(code).toBe(1);
      expect(said).toContain('nothing was changed');
      expect(calls).not.toContain('--method put');
    },
  );
});

describe('the step that subscribes to dropped files', () => {
  const args = ['group', 'app', 'topic', 'storage'];
  const az = (key: string) => `
case "$*" in
  *"keys list"*) ${key} ;;
  *"functionapp show"*) echo app.azurewebsites.example ;;
  *"deployment group create"*) for word in "$@"; do case $word in @*) cp "\${word#@}" '${folder}/parameters' ;; esac; done ;;
esac`;

  it('gives the key in a file and says it nowhere', async () => {
    const { code, said, calls } = await run('drop-subscription.sh', args, az('echo sesame=='), { GITHUB_ACTIONS: '' });
    expect(code).toBe(0);
    const { parameters } = JSON.parse(readFileSync(join(folder, 'parameters'), 'utf8')) as {
      parameters: Record<string, { value: string }>;
    };
    expect(parameters['webhookUrl']?.value).toBe(
      'https://app.azurewebsites.example/runtime/webhooks/blobs?functionName=Host.Functions.DropInbox&code=sesame==',
    );
    expect([parameters['dropTopicName']?.value, parameters['storageName']?.value]).toEqual(['topic', 'storage']);
    expect(said + calls).not.toContain('sesame');
  });

  it('ends with a reason if the program never has a key', async () => {
    const { code, said, calls } = await run('drop-subscription.sh', args, az('true'), { STEP_PAUSE: '0' });
    expect(code).toBe(1);
    expect(said).toContain('has it started?');
    expect(calls).not.toContain('deployment group create');
  });
});

describe('the look from outside', () => {
  let server: Server;
  afterEach(() => server.close());

  /** An installation as it should be, but for what `wrong` says of a path. */
  function installation(
    wrong: Record<string, { status?: number; headers?: Record<string, string>; body?: string }> = {},
  ) {
    const page = (id: string) =>
      `<div id="${id}"></div><script type="module" src="/s/assets/index-abcdefgh.js"></script>`;
    server = createServer((request, response) => {
      const path = request.url ?? '';
      const problem = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
      const right =
        path === '/api/health'
          ? { status: 200, headers: { 'cache-control': 'no-store' }, body: '{}' }
          : path === '/api/session'
            ? { status: 401, headers: problem, body: '{}' }
            : path.startsWith('/api/survey/')
              ? { status: 404, headers: problem, body: '{}' }
              : path.startsWith('/.auth') || path.startsWith('/assets')
                ? { status: 404, headers: {}, body: '' }
                : path.startsWith('/s/assets')
                  ? { status: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' }, body: '' }
                  : {
                      status: 200,
                      headers: config.globalHeaders,
                      body: page(/^\/[sw]\//.test(path) ? 'survey' : 'app'),
                    };
      const answer = { ...right, ...wrong[path] };
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    return new Promise<string>((done) =>
      server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
    );
  }

  const quick = { SMOKE_TRIES: '2', SMOKE_PAUSE: '0' };

  it('is content with an installation as it should be', async () => {
    const { code, said } = await run('smoke.sh', [await installation()], '', quick);
    expect([code, said]).toEqual([0, expect.not.stringContaining('FAILED')]);
    expect(said.split('\n').filter((line) => line.startsWith('ok')).length).toBeGreaterThan(20);
  });

  it.each([
    ['an API that is not there', { '/api/health': { status: 503 } }],
    [
      'an API whose 404 became a page',
      { [`/api/survey/${'a'.repeat(38)}`]: { headers: { 'content-type': 'text/html' } } },
    ],
    [
      'another policy',
      { '/': { headers: { ...config.globalHeaders, 'Content-Security-Policy': "default-src 'self'" } } },
    ],
    ['a survey link that leads to the work pages', { [`/s/${'a'.repeat(38)}`]: { body: '<div id="app"></div>' } }],
    ['a sign-in of the platform', { '/.auth/login/github': { status: 302 } }],
    ['pages in place of missing files', { '/assets/none-00000000.js': { status: 200 } }],
  ])('finds %s', async (_, wrong) => {
    const { code, said } = await run('smoke.sh', [await installation(wrong)], '', quick);
    expect([code, said]).toEqual([1, expect.stringContaining('FAILED')]);
  });
});
