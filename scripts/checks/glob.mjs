/** Whether a path fits a glob of REUSE: `*` within a folder, `**` through folders. */
export function matchesGlob(path, glob) {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map(part => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${pattern}$`).test(path);
}
