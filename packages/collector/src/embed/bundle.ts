import {readFileSync} from 'node:fs';
import {readFile, realpath} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {Hono} from 'hono';
import * as z from 'zod';

/** The built script of the widgets, as it stands in a folder. */
export interface Bundle {
  readonly folder: string;
  /** Hash of the autoloader, which pins every file behind it: `sha384-…`. */
  readonly integrity: string;
}

/** What the build writes of every file: here of the first. */
const Manifest = z.object({'samenwaarde.js': z.object({integrity: z.string()})});

/** The bundle in a folder; `undefined` where it was not built, or not to the end. */
export function bundleIn(folder: string): Bundle | undefined {
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    return {folder, integrity: manifest['samenwaarde.js'].integrity};
  } catch {
    return undefined;
  }
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
