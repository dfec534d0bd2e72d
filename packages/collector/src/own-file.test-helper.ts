import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';

/**
 * How Node runs a file that stands beside a test: as it was compiled, or from its source when the test itself is.
 *
 * @param name Without its extension.
 * @param test `import.meta.url` of the test.
 * @returns Arguments of Node.
 */
export function ownFile(name: string, test: string): string[] {
  const extension = extname(test);
  const options = extension === '.ts' ? ['--conditions=@samenwaarde/source', '--import', 'tsx'] : [];
  return [...options, fileURLToPath(new URL(name + extension, test))];
}
