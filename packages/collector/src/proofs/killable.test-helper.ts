import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {freePort} from '../../testing/free-port.mjs';
import type {Environment} from '../settings.js';
import {built, pathTo} from './built.test-helper.js';

/** Limits are proven elsewhere: everybody in a proof has the same address. */
const UNLIMITED = {CONTRIBUTIONS_PER_MINUTE: '9999999'};

/** A collector as a process of its own, at one port and on one database, that can be killed and is there again. */
export class Killable {
  readonly url: string;
  /** Everything that it ever said, on both of its streams. */
  output = '';
  readonly #environment: Environment;
  readonly #spares: Promise<ChildProcess>[] = [];
  #running: ChildProcess | undefined;
  #killed: Promise<void> = Promise.resolve();

  /** @param spares Processes that stand ready for a restart. */
  private constructor(port: number, environment: Environment, spares: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {...process.env, ...UNLIMITED, ...environment, PORT: String(port)};
    for (let spare = 0; spare < spares; spare++) this.#spares.push(this.#load());
  }

  static async on(address: string, environment: Environment = {}, spares = 1): Promise<Killable> {
    const database = address.startsWith('postgres') ? {DATABASE_URL: address} : {DATA: address};
    const collector = new Killable(await freePort(), {...database, ...environment}, spares);
    await collector.start();
    return collector;
  }

  get pid(): number {
    return this.#running?.pid ?? 0;
  }

  /** Starts it; settles when it listens. */
  async start(): Promise<void> {
    const child = await (this.#spares.shift() ?? this.#load());
    const listening = this.#heard(child);
    child.send({});
    await listening;
    this.#running = child;
  }

  /** Kills it as a power cut would, and starts it again; once more when that was under way. */
  kill(): Promise<void> {
    this.#killed = this.#killed.then(async () => {
      await ended(this.#running, 'SIGKILL');
      this.#spares.push(this.#load());
      await this.start();
    });
    return this.#killed;
  }

  /** Lets it finish what is under way, as somebody does who stops it. */
  async end(): Promise<void> {
    await ended(this.#running, 'SIGTERM');
    this.#running = undefined;
  }

  async stop(): Promise<void> {
    await this.#killed.catch(() => undefined);
    const all = [this.#running, ...(await Promise.all(this.#spares.splice(0)))];
    await Promise.all(all.map(child => ended(child, 'SIGKILL')));
  }

  async #load(): Promise<ChildProcess> {
    await built();
    const child = spawn(process.execPath, [pathTo('scripts/proofs/serve.mjs')], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    await this.#heard(child);
    return child;
  }

  /** Settles at the next message of a process. @throws Error when it ends before that. */
  async #heard(child: ChildProcess): Promise<void> {
    const listening = new AbortController();
    const {signal} = listening;
    const ended = once(child, 'exit', {signal}).then(() => {
      throw new Error(`A collector did not start: ${this.output}`);
    });
    try {
      await Promise.race([once(child, 'message', {signal}), ended]);
    } finally {
      ended.catch(() => undefined);
      listening.abort();
    }
  }
}

async function ended(child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
