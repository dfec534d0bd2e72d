import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';

/** Every file of the project that git keeps or would keep, with forward slashes. */
export function projectFiles() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {encoding: 'utf8'});
  return listed.split('\n').filter(path => path && existsSync(path));
}
