import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

/** Path of a file of the project. */
export function pathTo(file: string): string {
  return fileURLToPath(new URL(`../../../../${file}`, import.meta.url));
}

let building: Promise<unknown> | undefined;

/** Builds the collector from its sources, where that was not done yet: what runs in a proof is what runs in life. */
export function built(): Promise<unknown> {
  const tsc = pathTo('node_modules/typescript/bin/tsc');
  return (building ??= promisify(execFile)(process.execPath, [tsc, '-b', pathTo('packages/collector')]));
}
