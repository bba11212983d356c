/** `gainsay imports` and `gainsay undo`. */
import { CommandError, EXIT, type ExitCode } from '../../runtime/command-error.ts';
import { importListText, importText } from '../wording.ts';
import { withBackend, tell, type CommandContext } from './context.ts';

export async function listImports(context: CommandContext, limit: number): Promise<ExitCode> {
  const list = await withBackend(context, (backend) => backend.imports(limit));
  tell(context, list, importListText(list));
  return EXIT.done;
}

export async function undoImport(context: CommandContext, id: string): Promise<ExitCode> {
  const view = await withBackend(context, (backend) => backend.undo(id));
  if (view === undefined) throw new CommandError(EXIT.notFound, `There is no import ${id}. See: gainsay imports`);
  tell(context, view, importText(view));
  return view.state === 'undone' ? EXIT.done : EXIT.failed;
}
