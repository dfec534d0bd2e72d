import {existsSync, readFileSync} from 'node:fs';
import {readFile, realpath} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {Hono} from 'hono';

/** The built script of the widgets, as it stands in a folder. */
export interface Bundle {
  readonly folder: string;
  /** Hash of the autoloader, which pins every file behind it: `sha384-…`. */
  readonly integrity: string;
}

/** The bundle in a folder; `undefined` where it was not built. */
export function bundleIn(folder: string): Bundle | undefined {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return undefined;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, {readonly integrity: string}>;
  const integrity = manifest['samenwaarde.js']?.integrity;
  return integrity === undefined ? undefined : {folder, integrity};
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Serves its files to any page: they hold nothing but our own code. A chunk's name holds the hash of what is in it. */
export function bundleFiles(bundle: Bundle): Hono {
  const app = new Hono();
  app.get('/:path{.+}', async (context, next) => {
    const path = context.req.param('path');
    const body = await fileInside(bundle.folder, path);
    if (body === undefined) return next();
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': path.startsWith('chunks/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    });
  });
  return app;
}

/** The file, whatever the path says only when it lies inside the folder. */
async function fileInside(folder: string, path: string): Promise<Buffer | undefined> {
  try {
    const inside = (await realpath(folder)) + sep;
    const file = await realpath(join(inside, path));
    return file.startsWith(inside) ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
