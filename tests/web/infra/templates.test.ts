import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Template {
  file: string;
  errors: string[];
  uses?: string;
  assignments: string[];
  parameters: { name: string; type: string; required: boolean; secure: boolean }[];
  outputs: { name: string; value: string; secure: boolean }[];
  modules: { name: string; path: string; params: string[] }[];
  moduleOutputs: { module: string; output: string }[];
  resources: string[];
  calls: string[];
  appSettings: { name: string; value: string }[];
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const infra = join(root, 'infra');

/** A compiler is not at hand here; a grammar is, and what it finds is compared across the files. */
const templates = JSON.parse(
  execFileSync(process.execPath, [join(root, 'tests/tools/read-bicep.mjs'), infra], { encoding: 'utf8' }),
) as Template[];
const at = (path: string) => templates.find(({ file }) => file === resolve(path));
const rest = (file: string) => file.slice(infra.length + 1);
const sources = templates.map(({ file }) => ({ file: rest(file), text: readFileSync(file, 'utf8') }));

/** The server's own files, without what builds leave behind. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cs') && !/(^|\/)(obj|bin)\//.test(file))
    .map((file) => join(folder, file));
}

/** Read by See360.Functions and by the Functions host: the names are agreed, and nothing else is set. */
const appSettings = [
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'AZURE_CLIENT_ID',
  'AzureWebJobsStorage__accountName',
  'AzureWebJobsStorage__clientId',
  'AzureWebJobsStorage__credential',
  'DropStorage__blobServiceUri',
  'DropStorage__clientId',
  'DropStorage__credential',
  'DropStorage__queueServiceUri',
  'ReportQueue__clientId',
  'ReportQueue__credential',
  'ReportQueue__queueServiceUri',
  'See360__BaseUrl',
  'See360__Blobs',
  'See360__Drop',
  'See360__Mail',
  'See360__MasterKey',
  'See360__Tables',
];

describe('the alerts', () => {
  const alerts = readFileSync(join(infra, 'modules/alerts.bicep'), 'utf8');
  const code = sourceFiles(join(root, 'functions'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it('ask for events that the program writes', () => {
    const events = [...alerts.matchAll(/EventName\) == "(\w+)"/g)].map(([, name]) => name);
    expect(new Set(events)).toEqual(
      new Set(['FunctionFailed', 'MailThrottled', 'SegmentDamaged', 'WaveStopped', 'WeeksLookedAt']),
    );
    for (const name of events) {
      expect(code).toContain(`EventName = "${name}"`);
    }
  });

  it('name functions that there are', () => {
    const functions = [...alerts.matchAll(/Properties\.Function\) (?:== |in \()([^'\n]*)'/g)].flatMap(([, names]) =>
      [...names!.matchAll(/"(\w+)"/g)].map(([, name]) => name),
    );
    expect(functions).toContain('TakeTurn');
    for (const name of functions) {
      expect(code).toContain(`[Function(nameof(${name}))]`);
    }
  });

  it('are all in the table that says what to do', () => {
    const operations = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const names = [
      ...[...alerts.matchAll(/^ {4}name: '([a-z-]+)'$/gm)].map(([, name]) => name),
      ...[...alerts.matchAll(/name: 'alert-\$\{base\}-([a-z-]+?)(?:-\$\{index\})?'/g)].map(([, name]) => name),
    ];
    expect(names.length).toBeGreaterThan(9);
    for (const name of names) {
      expect(operations).toContain(`\`${name}\``);
    }
  });
});

describe('the templates', () => {
  it('are all read, with no error of syntax', () => {
    expect(templates.length).toBeGreaterThan(15);
    expect(templates.flatMap(({ file, errors }) => errors.map((error) => `${rest(file)}: ${error}`))).toEqual([]);
  });

  it('give each module a file, every required parameter, and no unknown one', () => {
    const wrong = templates.flatMap(({ file, modules }) =>
      modules.flatMap(({ path, params }) => {
        const module = at(join(dirname(file), path));
        return module
          ? [
              ...params
                .filter((param) => !module.parameters.some(({ name }) => name === param))
                .map((param) => `${path} has no parameter ${param}`),
              ...module.parameters
                .filter(({ name, required }) => required && !params.includes(name))
                .map(({ name }) => `${path} is not given ${name}`),
            ]
          : [`${rest(file)}: there is no ${path}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(at(join(infra, 'main.bicep'))?.modules.length).toBeGreaterThan(10);
  });

  it('read only outputs that a module has', () => {
    const wrong = templates.flatMap(({ file, modules, moduleOutputs }) =>
      moduleOutputs.flatMap(({ module, output }) => {
        const path = modules.find(({ name }) => name === module)?.path;
        return path && at(join(dirname(file), path))?.outputs.some(({ name }) => name === output)
          ? []
          : [`${rest(file)}: ${module}.outputs.${output}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('use every module and every parameter', () => {
    const used = templates.flatMap(({ file, modules }) => modules.map(({ path }) => resolve(dirname(file), path)));
    const modules = templates.filter(({ file }) => basename(dirname(file)) === 'modules');
    expect(modules.filter(({ file }) => !used.includes(file)).map(({ file }) => rest(file))).toEqual([]);
    const unread = templates.flatMap(({ file, parameters }) => {
      const text = readFileSync(file, 'utf8');
      return parameters
        .filter(({ name }) => (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length < 2)
        .map(({ name }) => `${rest(file)}: ${name}`);
    });
    expect(unread).toEqual([]);
  });

  it('name one API version of each resource type, and no preview but that of diagnostic settings', () => {
    const versions = new Map<string, Set<string>>();
    for (const [type, version] of templates.flatMap(({ resources }) => resources.map((one) => one.split('@')))) {
      if (type && version) {
        versions.set(type, (versions.get(type) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, seen]) => seen.size > 1)).toEqual([]);
    expect(
      [...versions].filter(([, seen]) => [...seen].some((one) => one.endsWith('preview'))).map(([type]) => type),
    ).toEqual(['Microsoft.Insights/diagnosticSettings']);
  });
});

describe('secrets in the templates', () => {
  it('are not listed by any call', () => {
    expect(templates.flatMap(({ calls }) => calls.filter((call) => /(^|\.)(list|get)[A-Z]\w*$/.test(call)))).toEqual(
      [],
    );
    expect(sources.filter(({ text }) => /listKeys|AccountKey=|SharedAccessKey|sig=/i.test(text))).toEqual([]);
  });

  it('are not among the outputs, neither by name nor by value', () => {
    const outputs = templates.flatMap((one) => one.outputs.map((output) => ({ ...output, file: rest(one.file) })));
    expect(outputs.length).toBeGreaterThan(10);
    expect(
      outputs.filter(
        ({ name, value, secure }) =>
          secure ||
          /key|secret|password|token|credential|connection/i.test(name) ||
          /secret|password|connectionstring/i.test(value),
      ),
    ).toEqual([]);
  });

  it('have no default and no value in a parameter file', () => {
    const secure = templates.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.secure));
    expect(secure.map(({ name }) => name)).toEqual(['webhookUrl']);
    expect(secure.every(({ required }) => required)).toBe(true);
    const named = templates
      .flatMap(({ parameters }) => parameters)
      .filter(({ name, secure: safe }) => !safe && /secret|password|apikey|connectionstring/i.test(name));
    expect(named).toEqual([]);
  });

  it('open no account: no shared key, no public blob, no local sign-in to what has one', () => {
    const accounts = sources.filter(({ text }) => /storageAccounts@[\d-]+' = /.test(text));
    expect(accounts.map(({ file }) => file).sort()).toEqual(['modules/drop.bicep', 'modules/storage.bicep']);
    for (const { text } of accounts) {
      expect(text).toContain('allowSharedKeyAccess: false');
      expect(text).toContain('allowBlobPublicAccess: false');
      expect(text).toContain("minimumTlsVersion: 'TLS1_2'");
    }
    const monitor = sources.find(({ file }) => file === 'modules/monitor.bicep')?.text ?? '';
    expect(monitor).toContain('DisableLocalAuth: true');
    expect(monitor).toContain('disableLocalAuth: true');
    const vault = sources.find(({ file }) => file === 'modules/vault.bicep')?.text ?? '';
    expect(vault).toContain('enablePurgeProtection: true');
    expect(vault).not.toMatch(/vaults\/secrets@/);
  });
});

describe('the parameter files', () => {
  const files = templates.filter(({ file }) => file.endsWith('.bicepparam'));

  it('are there for test and production', () => {
    expect(files.map(({ file }) => basename(file)).sort()).toEqual(['production.bicepparam', 'test.bicepparam']);
  });

  it.each(files.map((one) => [basename(one.file), one] as const))(
    '%s: every name is known, none is missing',
    (_, one) => {
      expect(one.uses).toBe('./main.bicep');
      const main = at(join(infra, 'main.bicep'));
      const known = main?.parameters.map(({ name }) => name) ?? [];
      expect(one.assignments.filter((name) => !known.includes(name))).toEqual([]);
      expect(
        main?.parameters
          .filter(({ name, required }) => required && !one.assignments.includes(name))
          .map(({ name }) => name),
      ).toEqual([]);
    },
  );

  it('name no real address', () => {
    const hosts = files.flatMap(({ file }) =>
      [...readFileSync(file, 'utf8').matchAll(/[@/]([a-z0-9.-]+\.[a-z]+)'/g)].map(([, host]) => host),
    );
    expect(hosts.length).toBeGreaterThan(2);
    expect(hosts.filter((host) => !host?.endsWith('.example') && host !== 'main.bicep')).toEqual([]);
  });
});

describe('the program in the templates', () => {
  const functions = at(join(infra, 'modules/functions.bicep'));

  it('gets the settings that it reads, and no other', () => {
    expect(functions?.appSettings.map(({ name }) => name).sort()).toEqual(appSettings);
  });

  it('takes its secret from the vault and signs in with its identity', () => {
    const value = (name: string) => functions?.appSettings.find((one) => one.name === name)?.value;
    expect(value('See360__MasterKey')).toMatch(/^@Microsoft\.KeyVault\(.*SecretName=master-key\)$/);
    for (const name of appSettings.filter((one) => one.endsWith('__credential'))) {
      expect(value(name)).toBe('managedidentity');
    }
  });

  it('finds containers and queues under the names that it uses', () => {
    const text = readFileSync(join(infra, 'modules/storage.bicep'), 'utf8');
    for (const name of ['files', 'deployment', 'data-protection', 'mail-reports', 'mail-reports-poison']) {
      expect(text).toContain(`'${name}'`);
    }
    const clients = join(root, 'functions/See360.Azure/Storage/StorageClients.cs');
    expect(existsSync(clients)).toBe(true);
    expect(readFileSync(clients, 'utf8')).toContain('Files = "files"');
  });
});

describe('logs in the templates', () => {
  it('leave out those that hold addresses of pages, recipients, or keys of records', () => {
    const categories = sources.flatMap(({ text }) => [...text.matchAll(/category: '(\w+)'/g)].map(([, name]) => name));
    expect(categories.length).toBeGreaterThan(10);
    const forbidden = [
      'AppServiceHTTPLogs',
      'AppServiceAuthenticationLogs',
      'FunctionAppLogs',
      'StaticSiteHttpLogs',
      'EmailStatusUpdateOperational',
      'EmailUserEngagementOperational',
    ];
    expect(categories.filter((name) => name && forbidden.includes(name))).toEqual([]);
    expect(sources.filter(({ text }) => text.includes('categoryGroup'))).toEqual([]);
    const tables = /resource tableDiagnostics[^}]*}/s.exec(
      sources.find(({ file }) => file === 'modules/storage.bicep')?.text ?? '',
    )?.[0];
    expect(tables).toContain('Transaction');
    expect(tables).not.toContain('logs:');
  });
});
