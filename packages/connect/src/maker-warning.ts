let isWarned = false;

/** Without a collector nothing reaches anybody: right for an exercise, and worth a warning to its maker anywhere else. */
export function warnMaker(): void {
  if (isWarned || isLocal(location.hostname)) return;
  isWarned = true;
  console.warn(
    `<samen-alliance>: every answer on ${location.hostname} stays in its browser. If that is meant, set practice.`,
  );
}

/** Whether a host is the maker's own machine. */
export function isLocal(hostname: string): boolean {
  return /^(|(.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
