/** The requirements of CSAF 2.0 §7.1 by their numbers. */
const REQUIREMENTS = [
  ...['valid documents', 'file names', 'TLS', 'TLP:WHITE is free', 'TLP:AMBER and RED are protected'],
  ...['no redirects', 'provider-metadata.json', 'security.txt', 'well-known URL', 'DNS path'],
  ...['folders of years', 'index.txt', 'changes.csv', 'directory listings', 'ROLIE feed'],
  ...['ROLIE service document', 'ROLIE category document', 'integrity', 'signatures', 'public key'],
] as const;

/** What was found about one requirement. */
export interface Verdict {
  /** 1 to 20. */
  requirement: number;
  name: string;
  problems: readonly string[];
  /** Why the requirement could not be checked, where it could not. */
  unchecked?: string;
}

/** Gathers what is wrong, by the requirement that it breaks. */
export class Problems {
  readonly #found = new Map<number, Set<string>>();

  add(requirement: number, ...problems: readonly string[]): void {
    const known = this.#found.get(requirement) ?? new Set();
    for (const problem of problems) known.add(problem);
    this.#found.set(requirement, known);
  }

  /** @param unchecked reasons by requirement */
  verdicts(unchecked: Readonly<Record<number, string>>): Verdict[] {
    return REQUIREMENTS.map((name, index) => {
      const requirement = index + 1;
      const reason = unchecked[requirement];
      const problems = [...(this.#found.get(requirement) ?? [])];
      return { requirement, name, problems, ...(reason !== undefined && { unchecked: reason }) };
    });
  }
}
