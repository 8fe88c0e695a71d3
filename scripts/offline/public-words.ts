import type { Host, PublicWords } from '../host/host.ts';
import { type Folder, openBareRepo } from './bare-repo.ts';
import { readComments } from './comments.ts';
import { openDesk } from './desk.ts';
import { readForms } from './forms.ts';
import { readPulls } from './pull-requests.ts';
import { readCommits } from './read-objects.ts';

/** What everybody can read of a public repository beside its files; of a private one, nothing. */
export function publicWordsOf(folder: Folder): Pick<Host, 'listPublicWords'> {
  return {
    listPublicWords: async (repo) => {
      const bare = await openBareRepo(folder, repo);
      const desk = await openDesk(bare);
      if (desk.facts.private) return [];
      const output = await bare.run(['for-each-ref', '--format=%(refname)', 'refs/heads/', 'refs/tags/']);
      const refs = output.toString('utf8').split('\n').filter(Boolean);
      const commits = refs.length === 0 ? [] : await readCommits(bare, refs);
      const pulls = await readPulls(desk);
      const forms = await readForms(desk);
      const comments = await readComments(desk);
      return [
        ...refs.map(nameOfRef),
        ...commits.map(({ sha, message }) => ({ place: `commit ${sha}`, text: message })),
        ...pulls.map(({ number, title, body }) => ({
          place: `pull request ${number}`,
          text: `${title}\n${body}`,
        })),
        ...forms.map(({ number, body }) => ({ place: `issue ${number}`, text: body })),
        ...comments.map(({ id, body }) => ({ place: `comment ${id}`, text: body })),
      ];
    },
  };
}

function nameOfRef(ref: string): PublicWords {
  const [, kind, ...name] = ref.split('/');
  const text = name.join('/');
  return { place: `${kind === 'tags' ? 'tag' : 'branch'} ${text}`, text };
}
