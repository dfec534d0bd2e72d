import MarkdownIt from 'markdown-it';
import {readdirSync, readFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {html, ours} from '../html.js';
import type {Kit, Page} from '../page.js';
import {plainPage} from './site.js';

/** A page with so many headings, or more, begins with a list of them. */
const MANY = 4;

/** A fence ```` ```html live insufficient ```` is shown twice: as the widget in that example's state, and as code. */
const LIVE = /^html live (\S+)$/;

/** The docs as pages: the same Markdown that reads well as it is, with its examples alive. */
export function docsPages(kit: Kit, folder: string): Page[] {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(file => file.replaceAll('\\', '/'));
  return files
    .filter(file => file.endsWith('.md'))
    .map(file => docsPage(kit, file, readFileSync(join(folder, file), 'utf8')));
}

function docsPage(kit: Kit, file: string, text: string): Page {
  const title = /^# (.*)$/m.exec(text)?.[1] ?? file;
  const path = `docs/${pagePath(file)}`;
  const live = /^```html live /m.test(text);
  const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, words = '']) => words);
  const rendered = renderer(file).render(text.replace(/^<!--.*-->$/gm, ''));
  return plainPage(kit, {
    path,
    lang: text.startsWith('<!-- lang: nl -->') ? 'nl' : 'en',
    title,
    description: `Samenwaarde: ${title}`,
    styles: ['docs'],
    ...(live && {scripts: ['docs'], embeds: true}),
    body: html`<div class="flow docs">
${file !== 'README.md' && html`<p class="kicker" lang="en"><a href="/docs/">All docs</a></p>`}
${ours(headings.length < MANY ? rendered : rendered.replace('</h1>', `</h1>${contents(headings)}`))}
</div>`,
  });
}

/** Where to go on a long page. */
function contents(headings: readonly string[]): string {
  const items = headings.map(words => html`<li><a href="#${placeOf(words)}">${words.replaceAll('`', '')}</a></li>\n`);
  return `\n<nav aria-label="On this page"><ul>\n${html`${items}`.text}</ul></nav>`;
}

/** `Behind a proxy` → `behind-a-proxy`. */
function placeOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');
}

/** `widgets/samen-scorecard.md` → `widgets/samen-scorecard.html`; a README is the first page of its folder. */
function pagePath(file: string): string {
  return file.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html');
}

function renderer(file: string): MarkdownIt {
  // No HTML in our Markdown: what looks like a tag is shown as text; and comments are taken out before.
  const markdown = new MarkdownIt({html: false, typographer: false});
  const {rules} = markdown.renderer;
  const plain = rules.fence;
  rules.fence = (tokens, index, ...rest) => {
    const example = LIVE.exec(tokens[index]?.info.trim() ?? '')?.[1];
    return `${example ? liveExample(tokens[index]?.content ?? '', example) : ''}${(plain?.(tokens, index, ...rest) ?? '').replace('<pre>', '<pre tabindex="0">')}`;
  };
  rules['heading_open'] = (...[tokens, index, options, , self]) => {
    if (tokens[index]?.tag === 'h2') tokens[index].attrSet('id', placeOf(tokens[index + 1]?.content ?? ''));
    return self.renderToken(tokens, index, options);
  };
  rules['table_open'] = () => '<div class="scroll" tabindex="0"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  rules['link_open'] = (...[tokens, index, options, , self]) => {
    const token = tokens[index];
    token?.attrSet('href', address(file, token.attrGet('href') ?? ''));
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}

/** A link between two files of the docs as a link between their pages; others stay. */
function address(file: string, link: string): string {
  const [path = '', anchor] = link.split('#');
  if (/^\w+:/.test(path) || !path.endsWith('.md')) return link;
  const target = posix.join('docs', posix.dirname(file), path);
  return `/${target.startsWith('docs/') ? `docs/${pagePath(target.slice('docs/'.length))}` : target}${anchor ? `#${anchor}` : ''}`;
}

/** The widget itself, told by the page's script which of its examples to show. */
function liveExample(code: string, example: string): string {
  const marked = code.trim().replace(/^<(samen-[\w-]+)/, `<$1 data-example="${example}"`);
  return `<div class="live" lang="nl">${marked}</div>\n`;
}
