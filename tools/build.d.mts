export interface BuildOptions {
  readonly root?: string;
  readonly outDir?: string;
}

export function build(options?: BuildOptions): Promise<{ files: string[]; code: string }>;

export function bundle(root: string, entry: string, options: { globalName: string }): Promise<string>;

export function checkTable(table: readonly object[], exports: Readonly<Record<string, unknown>>): void;
