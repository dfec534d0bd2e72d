/**
 * The one script a page loads: it sees `samen-*` tags, also those that come later, and fetches just what they need.
 * No byte of it runs unless it is the byte that was built: every file is checked against its hash first.
 */

/** The only place that knows every tag. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  'samen-alliance': () => import('@samenwaarde/connect/define'),
  'samen-quote-capture': () => import('@samenwaarde/elements/quote-capture/define'),
  'samen-rubric-vote': () => import('@samenwaarde/elements/rubric-vote/define'),
  'samen-plan-ballot': () => import('@samenwaarde/elements/plan-ballot/define'),
  'samen-scorecard': () => import('@samenwaarde/elements/scorecard/define'),
};

const asked = new Set<string>();
const checked = new Map<string, Promise<unknown>>();

/**
 * Imports a chunk after it and all it imports have arrived unchanged. The build lets every `import()` of ours come
 * here, under a name on `globalThis`, also those inside chunks, and writes the hashes into the call.
 *
 * @param path - The chunk as the import names it; only its file name counts.
 * @param hashes - SHA-256 by file name: of the chunk, and of all it imports, however deep.
 */
async function importChecked(path: string, hashes: Readonly<Record<string, string>>): Promise<unknown> {
  await Promise.all(Object.entries(hashes).map(([name, hash]) => check(name, hash)));
  return import(/* @vite-ignore */ address(path.slice(path.lastIndexOf('/') + 1)));
}

function address(name: string): string {
  return new URL(`chunks/${name}`, import.meta.url).href;
}

function check(name: string, hash: string): Promise<unknown> {
  const known = checked.get(name) ?? preload(name, `sha256-${hash}`);
  checked.set(name, known);
  known.catch(() => checked.delete(name));
  return known;
}

function preload(name: string, integrity: string): Promise<unknown> {
  const link = document.createElement('link');
  // A browser that cannot preload modules fetches the file with its hash; what it then imports comes from its cache.
  if (!link.relList.supports('modulepreload')) return fetch(address(name), {integrity});
  return new Promise((resolve, reject) => {
    const onerror = (): void => {
      link.remove();
      reject(new Error(`${name} is not the file that was built, or cannot be reached`));
    };
    const href = address(name);
    Object.assign(link, {rel: 'modulepreload', integrity, crossOrigin: 'anonymous', href, onload: resolve, onerror});
    document.head.append(link);
  });
}

/** Looks for widgets that are not there yet, in a document or a shadow root. */
export function discover(root: ParentNode = document): void {
  for (const {localName} of root.querySelectorAll(':not(:defined)')) {
    const part = parts[localName];
    if (!part || asked.has(localName)) continue;
    asked.add(localName);
    part().catch((error: unknown) => {
      console.error(`<${localName}>`, error);
      document.querySelectorAll(localName).forEach(fail);
    });
  }
}

/** Tells in words that a widget cannot be loaded; what the page had put inside it stays. */
function fail(element: Element): void {
  Object.assign(element, {state: {type: 'failed', reason: 'script-changed'}});
  const english = element.closest('[lang]')?.getAttribute('lang')?.startsWith('en');
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = english
    ? 'This part cannot be loaded. Load the page again.'
    : 'Dit onderdeel kan niet worden geladen. Laad de pagina opnieuw.';
  (element.shadowRoot ?? element.attachShadow({mode: 'open'})).replaceChildren(words, document.createElement('slot'));
}

const slot = Symbol.for('samenwaarde.import');
const page = globalThis as {[slot]?: typeof importChecked};
if (page[slot]) console.warn('samenwaarde.js is on this page twice. The first one is used.');
else {
  page[slot] = importChecked;
  new MutationObserver(() => discover()).observe(document, {childList: true, subtree: true});
  discover();
}
