#!/usr/bin/env node
import {settingsFrom} from './settings.js';
import {start} from './start.js';
import {perform} from './upkeep/commands.js';

/** What whoever runs the collector has to hear: on the other stream than the log, which has no codes. */
const say = (sentence: string) => console.error(sentence);

async function serve(): Promise<string> {
  const collector = await start(settingsFrom(process.env));
  // Not once: Ctrl-C may come twice, from the terminal and from `npm run`, and the second would break off the first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void collector.close());
  const {url, door, setUpCode} = collector;
  if (setUpCode !== undefined)
    say(`Nobody can enter yet. Make the first account at ${door} with this code:\n\n  ${setUpCode}\n`);
  return `The collector listens on ${url}`;
}

const [name = 'serve', ...words] = process.argv.slice(2);
(name === 'serve' ? serve() : perform(process.env, [name, ...words])).then(say, (error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
