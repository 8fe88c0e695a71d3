import { record, refusal } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Place, Report, Route, World } from '../world.ts';
import { findUser } from './readers.ts';

/** Private vulnerability reporting, which the emulator does not have. */
export const reportRoutes: readonly Route[] = [
  { method: 'GET', pattern: /^\/security-advisories$/, answer: listReports },
  { method: 'PATCH', pattern: /^\/security-advisories\/([^/]+)$/, answer: updateReport },
];

async function listReports({ world, question, repo }: Place): Promise<Answer> {
  const state = question.query.get('state');
  const reports = world.reports.filter((one) => one.repo === repo && (state === null || one.state === state));
  return { status: 200, body: await Promise.all(reports.map((one) => formatReport(world, one))) };
}

async function updateReport({ world, question, repo, found: [reference] }: Place): Promise<Answer> {
  const report = world.reports.find((one) => one.repo === repo && one.reference === reference);
  if (report === undefined) return refusal(404, 'Not Found');
  const { state } = record(question.body);
  if (report.state !== 'triage')
    return refusal(422, 'Validation Failed', [{ field: 'state', code: 'invalid' }]);
  report.state = state as Report['state'];
  return { status: 200, body: await formatReport(world, report) };
}

async function formatReport(world: World, report: Report) {
  const { reference, summary, description, author, product, state, createdAt } = report;
  const vulnerability = {
    package: { ecosystem: 'other', name: product ?? null },
    vulnerable_version_range: null,
    patched_versions: null,
    vulnerable_functions: null,
  };
  return {
    ghsa_id: reference,
    cve_id: null,
    url: `${world.url}/repos/${report.repo}/security-advisories/${reference}`,
    html_url: `${world.url}/${report.repo}/security/advisories/${reference}`,
    summary,
    description,
    severity: null,
    author: await findUser(world, author),
    publisher: null,
    identifiers: [{ type: 'GHSA', value: reference }],
    state,
    created_at: createdAt,
    updated_at: createdAt,
    published_at: null,
    closed_at: null,
    withdrawn_at: null,
    submission: { accepted: state === 'draft' },
    vulnerabilities: product === undefined ? [] : [vulnerability],
    cvss: null,
    cwes: null,
    cwe_ids: null,
    credits: null,
    credits_detailed: null,
    collaborating_users: null,
    collaborating_teams: null,
    private_fork: null,
  };
}
