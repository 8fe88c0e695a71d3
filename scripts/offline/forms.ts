import { z } from 'zod';
import { toFormId, toIssueNumber } from '#coordination/comment.ts';
import { type Host, HostError, type HostForm } from '../host/host.ts';
import { type Folder, openBareRepo } from './bare-repo.ts';
import { changeDesk, type Desk, type DeskChange, openDesk, parseDeskFile } from './desk.ts';
import { toLogin } from './safe-name.ts';

const formSchema = z.strictObject({
  number: z.number().int().positive(),
  author: z.string(),
  body: z.string(),
  open: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  editedBy: z.string().optional(),
});
type Form = z.infer<typeof formSchema>;

/** What people do who have no account where there is no server: their forms are put into the folder for them. */
export interface FormsOfOthers {
  submitFormAs: (repo: string, login: string, body: string) => Promise<number>;
  editFormAs: (repo: string, form: number, login: string, body: string) => Promise<void>;
}

/** Issues that were written with a form. Pull requests and forms are numbered together. */
export function formsOf(folder: Folder): Pick<Host, 'listForms' | 'closeForm'> & FormsOfOthers {
  return {
    listForms: async (repo) => {
      const desk = await openDesk(await openBareRepo(folder, repo));
      return (await readForms(desk)).map((form) => toHostForm(repo, form));
    },
    closeForm: (repo, id) =>
      changeForm(folder, repo, id, 'close', (form) => (form.open ? { ...form, open: false } : undefined)),
    submitFormAs: (repo, login, body) => addForm(folder, repo, toLogin(login), body),
    editFormAs: (repo, id, login, body) =>
      changeForm(folder, repo, id, 'edit', (form) =>
        form.body === body ? undefined : { ...form, body, updatedAt: folder.now(), editedBy: toLogin(login) },
      ),
  };
}

/** All forms, the oldest first. */
export async function readForms(desk: Pick<Desk, 'read'>): Promise<Form[]> {
  const files = await desk.read('forms');
  const forms = [...files].map(([path, text]) => parseDeskFile(formSchema, path, text));
  return forms.toSorted((a, b) => a.number - b.number);
}

function toHostForm(repo: string, form: Form): HostForm {
  const { number, author, body, open: isOpen, createdAt, updatedAt, editedBy } = form;
  const facts = { repo, id: toFormId(number), isOpen, author, isBot: author.endsWith('[bot]') };
  return { ...facts, isForm: true, body, createdAt, updatedAt, ...(editedBy && { editedBy }) };
}

function addForm(folder: Folder, repo: string, author: string, body: string): Promise<number> {
  return changeDesk(folder, { repo, does: 'send a form' }, ({ facts }) => {
    const number = facts.lastPull + 1;
    const at = folder.now();
    const form: Form = { number, author, body, open: true, createdAt: at, updatedAt: at };
    const files = new Map([[formPath(number), form]]);
    return Promise.resolve({ result: toFormId(number), facts: { ...facts, lastPull: number }, files });
  });
}

/** @param change gives `undefined` when nothing is to be done */
async function changeForm(
  folder: Folder,
  repo: string,
  id: number,
  verb: string,
  change: (form: Form) => Form | undefined,
): Promise<void> {
  const does = `${verb} form ${toIssueNumber(id) ?? '?'}`;
  await changeDesk(folder, { repo, does }, async (desk): Promise<DeskChange<undefined>> => {
    const path = formPath(toIssueNumber(id));
    const text = (await desk.read(path)).get(path);
    if (text === undefined) throw new HostError('missing', does);
    const changed = change(parseDeskFile(formSchema, path, text));
    return { result: undefined, files: changed === undefined ? new Map() : new Map([[path, changed]]) };
  });
}

function formPath(number: number | undefined): string {
  return `forms/${number ?? 0}.json`;
}
