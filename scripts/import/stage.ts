import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#domain/finding.ts';
import { explainFinding } from '#lint/explain-finding.ts';
import { stage } from '../build/staging.ts';
import type { ImportJob } from './import-all.ts';
import type { IntakeJob, Taken } from './intake.ts';
import { checkStaged } from './target/check-staged.ts';
import { writeVendor } from './write/write-vendor.ts';
import type { WrittenFile } from './write/written-file.ts';

/** The folder beside the content directory in which everything is written and checked first. */
export interface Stage {
  readonly write: (file: WrittenFile) => void;
  /** Puts the site.yaml that stands in the content directory beside the staged files. */
  readonly copySite: () => void;
  /** Takes back every record that `npm run check` would refuse. The files of all vendors are staged for it. */
  readonly refuseInvalid: (taken: readonly Taken[]) => Taken[];
  /** Takes back the files of vendors that no record needs, and tells the slugs of the new ones. */
  readonly settleVendors: (taken: readonly Taken[]) => string[];
}

export function openStage(
  staging: string,
  { out, now, language }: Pick<ImportJob, 'out' | 'now' | 'language'>,
  { book }: Pick<IntakeJob, 'book'>,
): Stage {
  const write = ({ path, text }: WrittenFile): void => {
    stage(staging, path, text);
  };
  const takeBack = (path: string): void => {
    rmSync(join(staging, path), { force: true });
  };
  const fresh = () => [...book.vendors()].filter(([, { isNew }]) => isNew);
  return {
    write,
    copySite: () => {
      mkdirSync(staging, { recursive: true });
      copyFileSync(join(out, 'site.yaml'), join(staging, 'site.yaml'));
    },
    refuseInvalid: (taken) => {
      if (!taken.some(isWritten)) return [...taken];
      for (const [slug, { facts }] of fresh()) write(writeVendor(slug, facts));
      const errors = checkStaged(staging, out, now);
      return taken.map((each) => {
        const wrong = errorOf(each, errors);
        if (wrong === undefined) return each;
        for (const { path } of each.advisory?.written ?? []) takeBack(path);
        const { what } = explainFinding(wrong, language);
        const at = `${wrong.file}:${wrong.line}:${wrong.column}`;
        const refusal = { why: 'invalid', at, what: `${wrong.code} ${what}` } as const;
        return { report: { ...each.report, outcome: 'refused', refusal } };
      });
    },
    settleVendors: (taken) => {
      // What stands there already has the vendors that it needs, or a person gave it others.
      const used = new Set(taken.filter(isWritten).flatMap(({ advisory }) => advisory?.vendors ?? []));
      const slugs = fresh().map(([slug]) => slug);
      for (const slug of slugs.filter((each) => !used.has(each))) takeBack(`vendors/${slug}.yaml`);
      return slugs.filter((slug) => used.has(slug));
    },
  };
}

function isWritten({ advisory }: Taken): boolean {
  return advisory !== undefined && advisory.written.length > 0;
}

/** The first error in a file that is to be written for a record, or in the file of one of its vendors. */
function errorOf({ advisory }: Taken, errors: ReadonlyMap<string, readonly Finding[]>): Finding | undefined {
  if (advisory === undefined || advisory.written.length === 0) return undefined;
  const files = [
    ...advisory.written.map(({ path }) => path),
    ...advisory.vendors.map((slug) => `vendors/${slug}.yaml`),
  ];
  return files.flatMap((file) => errors.get(file) ?? [])[0];
}
