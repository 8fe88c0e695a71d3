/** Why a built site cannot be signed, or is not signed well. */
export type TreeProblem =
  'no-provider' | 'no-document' | 'altered' | 'missing' | 'other-key' | 'unsigned' | 'bad-signature';

/** A built site that cannot be signed as it stands, or whose signatures do not hold. */
export class TreeError extends Error {
  readonly problem: TreeProblem;
  /** The path below the output folder, or the fingerprint, that is meant. */
  readonly place: string;

  constructor(problem: TreeProblem, place: string) {
    super(`${problem}: ${place}`);
    this.problem = problem;
    this.place = place;
  }
}
