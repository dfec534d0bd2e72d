import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

// Gone when the process ends, which is one test file: whatever a test left open may write in it until then.
const all = mkdtempSync(join(tmpdir(), 'samenwaarde-'));
process.once('exit', () => rmSync(all, {recursive: true, force: true}));

/** A new folder, for whoever asks. */
export function newFolder(): string {
  return mkdtempSync(join(all, 'new-'));
}
