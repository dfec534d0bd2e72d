import {readFileSync} from 'node:fs';

/** The one line a page pastes: the script of this version, with the hash that pins every file behind it. */
export function embedLine(host = '/') {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
  const address = `${host}embed/${version}/samenwaarde.js`;
  return `<script type="module" src="${address}" integrity="${manifest['samenwaarde.js'].integrity}" crossorigin></script>`;
}
