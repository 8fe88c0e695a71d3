/** A file of the content directory as it should stand there. */
export interface WrittenFile {
  /** Below the content directory. */
  readonly path: string;
  readonly text: string;
}
