import type { Host, HostReport } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { splitRepo } from './repo-name.ts';

type Reports = Pick<Host, 'listReports' | 'answerReport'>;

/** Private vulnerability reporting. GitHub offers no API for the conversation about a report. */
export function reportsOf(client: GithubClient): Reports {
  return {
    listReports: async (repo) => {
      const order = { sort: 'created', direction: 'asc', per_page: 100 } as const;
      const question = { ...splitRepo(repo), state: 'triage', ...order } as const;
      const list = client.rest.securityAdvisories.listRepositoryAdvisories;
      return (await client.paginate(list, question)).map(toReport);
    },
    answerReport: async (repo, reference, answer) => {
      const state = answer === 'accepted' ? 'draft' : 'closed';
      const at = { ...splitRepo(repo), ghsa_id: reference };
      await client.rest.securityAdvisories.updateRepositoryAdvisory({ ...at, state });
    },
  };
}

interface Advisory {
  ghsa_id: string;
  summary: string;
  description: string | null;
  author: { login: string } | null;
  created_at: string | null;
  vulnerabilities: readonly { package: { name: string | null } | null }[] | null;
}

function toReport(advisory: Advisory): HostReport {
  const product = advisory.vulnerabilities?.[0]?.package?.name;
  return {
    reference: advisory.ghsa_id,
    title: advisory.summary,
    text: advisory.description ?? '',
    finder: (advisory.author?.login ?? 'ghost').toLowerCase(),
    ...(product ? { product } : {}),
    receivedAt: advisory.created_at ?? '',
  };
}
