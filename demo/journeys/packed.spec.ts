import {execFile, spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';

const run = promisify(execFile);

test('the packed collector, installed in an empty folder, starts and takes its first facilitator', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  try {
    const packages = ['packages/core', 'packages/collector'].flatMap(path => ['--workspace', path]);
    const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', folder, ...packages]);
    const files = tarballs(stdout).map(name => join(folder, name));
    expect(files).toHaveLength(2);
    await writeFile(join(folder, 'package.json'), '{"private": true}');
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...files], {cwd: folder});
    await startAndEnter(folder);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});

/** Names of the files; npm 11 prints a list, later ones an object by package. */
function tarballs(printed: string): string[] {
  const packed = JSON.parse(printed) as readonly {filename: string}[] | Readonly<Record<string, {filename: string}>>;
  return Object.values(packed).map(({filename}) => filename);
}

async function startAndEnter(folder: string): Promise<void> {
  const collector = spawn(join(folder, 'node_modules/.bin/samenwaarde-collector'), {
    cwd: folder,
    env: {...process.env, PORT: '0'},
  });
  const exit = new Promise<number | null>(done => collector.once('exit', done));
  let said = '';
  collector.stderr.on('data', (part: Buffer) => (said += part.toString()));
  try {
    await expect.poll(() => said, {timeout: 30_000}).toMatch(/listens on http/);
    const url = /listens on (\S+)/.exec(said)?.[1] ?? '';
    const code = /with this code:\s+(\S+)/.exec(said)?.[1] ?? '';
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const response = await fetch(`${url}/v1/set-up`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({code, name: 'begeleider', passphrase: 'vier woorden uit een boek'}),
    });
    expect(response.status).toBe(201);
  } finally {
    collector.kill('SIGTERM');
  }
  expect(await exit).toBe(0);
}
