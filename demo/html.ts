/** A piece of a page that is safe to put into another. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = string | number | Html | undefined | false | readonly Part[];

/** A piece of a page: everything that is filled in is escaped, but for other pieces. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, place) => string + write(parts[place])).join(''));
}

/** Text that is a piece of a page already: a drawing of our own, the line that embeds. Never anything else. */
export function ours(text: string): Html {
  return new Html(text.trim());
}

/** A data block: read by a script, never run as one. */
export function dataBlock(data: unknown): Html {
  return new Html(`<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`);
}

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign);
  }
  return part.map(write).join('');
}
