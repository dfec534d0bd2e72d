/** The demo's collector: where it is, and how a facilitator enters. */
export function startDemoCollector(options: {readonly root?: string; readonly origin: string}): Promise<{
  readonly url: string;
  readonly name: string;
  readonly passphrase: string;
  close(): Promise<void>;
}>;
