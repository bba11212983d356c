/** `npm run bench -- NAME [options]`: measurements, each against its peer or floor in the same run. */
type Bench = { readonly run: (args: readonly string[]) => Promise<void> };

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  canvas: () => import('./canvas.ts'),
  load: () => import('./load.ts'),
  memory: () => import('./memory.ts'),
  page: () => import('./page.ts'),
  reads: () => import('./reads.ts'),
  shell: () => import('./shell.ts'),
  start: () => import('./start.ts'),
  typeahead: () => import('./typeahead.ts'),
};

async function bench([name = '', ...args]: readonly string[]): Promise<void> {
  const open = benches[name];
  if (open === undefined) {
    process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join(' | ')} [options]\n`);
    process.exitCode = 1;
    return;
  }
  const { run } = await open();
  await run(args);
}

await bench(process.argv.slice(2));
