import { z } from 'zod';
import { compareInstants } from '#domain/dates.ts';
import { type Host, HostError, type HostReport } from '../host/host.ts';
import { type Folder, openBareRepo } from './bare-repo.ts';
import { changeDesk, openDesk, parseDeskFile } from './desk.ts';

const reportSchema = z.strictObject({
  reference: z.string().regex(/^\w[\w-]*$/),
  title: z.string(),
  text: z.string(),
  finder: z.string().toLowerCase(),
  product: z.string().optional(),
  receivedAt: z.iso.datetime({ offset: true }),
  answer: z.enum(['accepted', 'refused']).optional(),
});

/** What a finder does where there is no server. */
export interface ReportsOfOthers {
  addReport: (repo: string, report: HostReport) => Promise<void>;
}

/** Reports of finders that wait for triage. */
export function reportsOf(folder: Folder): Pick<Host, 'listReports' | 'answerReport'> & ReportsOfOthers {
  return {
    addReport: async (repo, report) => {
      const { reference } = reportSchema.parse(report);
      const files = new Map([[reportPath(reference), report]]);
      await changeDesk(folder, { repo, does: `report ${reference}` }, () =>
        Promise.resolve({ result: undefined, files }),
      );
    },
    listReports: async (repo) => {
      const files = await (await openDesk(await openBareRepo(folder, repo))).read('reports');
      const reports = [...files].map(([path, text]) => parseDeskFile(reportSchema, path, text));
      return reports
        .filter(({ answer }) => answer === undefined)
        .map(toHostReport)
        .toSorted((a, b) => compareInstants(a.receivedAt, b.receivedAt));
    },
    answerReport: async (repo, reference, answer) => {
      const does = `answer report ${reference}`;
      await changeDesk(folder, { repo, does }, async (desk) => {
        const path = reportPath(reference);
        const text = (await desk.read(path)).get(path);
        if (text === undefined) throw new HostError('missing', does);
        const report = parseDeskFile(reportSchema, path, text);
        return {
          result: undefined,
          files: report.answer === answer ? new Map() : new Map([[path, { ...report, answer }]]),
        };
      });
    },
  };
}

function toHostReport(report: z.infer<typeof reportSchema>): HostReport {
  const { reference, title, text, finder, product, receivedAt } = report;
  return { reference, title, text, finder, ...(product !== undefined && { product }), receivedAt };
}

function reportPath(reference: string): string {
  return `reports/${reference}.json`;
}
