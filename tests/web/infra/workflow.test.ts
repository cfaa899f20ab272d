import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const workflow = readFileSync(join(root, '.github/workflows/deploy.yml'), 'utf8');

describe('the deployment workflow', () => {
  it('pins every action to a commit and says which version that is', () => {
    const actions = [...workflow.matchAll(/uses: (\S+)(.*)$/gm)];
    expect(actions.length).toBeGreaterThan(6);
    expect(
      actions
        .filter(([, action, note]) => !/@[0-9a-f]{40}$/.test(action ?? '') || !/# v\d/.test(note ?? ''))
        .map(([line]) => line),
    ).toEqual([]);
  });

  it('knows no secret: it signs in by federation, and prints no answer unless asked to', () => {
    expect(workflow).not.toMatch(/\bsecrets\./);
    expect(workflow.match(/id-token: write/g)?.length).toBe(2);
    expect(workflow).toContain('AZURE_CORE_OUTPUT: none');
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
  });

  it('gives what a person wrote to no shell', () => {
    const scripts = [...workflow.matchAll(/run: (?:\|\n((?: {10}.*\n)+)|(.*)$)/gm)].map(([, many, one]) => many ?? one);
    expect(scripts.length).toBeGreaterThan(8);
    expect(scripts.filter((script) => script?.includes('${{'))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...workflow.matchAll(/infra\/(?:steps\/)?[\w-]+\.(?:bicep|sh)\b/g)].map(([file]) => file);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    for (const environment of /options: \[(.*)\]/.exec(workflow)?.[1]?.split(', ') ?? ['none']) {
      expect([environment, existsSync(join(root, `infra/${environment}.bicepparam`))]).toEqual([environment, true]);
    }
  });

  it('reads only outputs that the templates have', () => {
    const main = readFileSync(join(root, 'infra/main.bicep'), 'utf8');
    const read = [...workflow.matchAll(/steps\.resources\.outputs\.(\w+)|'\.(\w+)\.value'/g)].map(
      ([, one, other]) => one ?? other,
    );
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((name) => !main.includes(`output ${name} `))).toEqual([]);
  });
});

describe('docs/deploy-azure.md', () => {
  const page = readFileSync(join(root, 'docs/deploy-azure.md'), 'utf8');
  const templates = ['main.bicep', 'modules/access.bicep', 'modules/events.bicep']
    .map((file) => readFileSync(join(root, 'infra', file), 'utf8'))
    .join('\n');
  const ids = (text: string) => [...new Set(text.match(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g) ?? [])].sort();

  it('lets the deployer give the roles that the templates give, and no other', () => {
    expect(ids(templates).length).toBe(8);
    expect(ids(page)).toEqual(ids(templates));
  });

  it('names parameters, outputs and steps that are there', () => {
    const outputs = [...page.matchAll(/\$\(output (\w+)\)/g)].map(([, name]) => name);
    expect(outputs.length).toBeGreaterThan(5);
    expect(outputs.filter((name) => !templates.includes(`output ${name} `))).toEqual([]);
    const steps = [...page.matchAll(/infra\/steps\/[\w-]+\.sh/g)].map(([file]) => file);
    expect(steps.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    for (const name of [
      'publicOrigin',
      'privateEndpoints',
      'dropAllowedRanges',
      'mailDataLocation',
      'alertAddresses',
    ]) {
      expect([name, page.includes(name), templates.includes(`param ${name} `)]).toEqual([name, true, true]);
    }
  });

  it('says that nothing of it was deployed yet', () => {
    expect(page).toContain('**They have not been deployed yet.**');
  });
});
