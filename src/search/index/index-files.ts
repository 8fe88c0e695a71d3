/** Reads a file below the folder of all indexes. Rejects when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Files of an index, kept as they were understood, so that none is read twice. */
export interface IndexFiles {
  open<Content>(path: string, decode: (bytes: Uint8Array) => Content): Promise<Content>;
  /** Forgets everything, for an index that has changed. */
  forget(): void;
}

/** Files that are kept; those not asked for the longest go first. */
const KEPT_FILES = 1000;

export function createIndexFiles(read: ReadFile): IndexFiles {
  const kept = new Map<string, Promise<unknown>>();
  return {
    async open<Content>(path: string, decode: (bytes: Uint8Array) => Content): Promise<Content> {
      const known = kept.get(path) as Promise<Content> | undefined;
      const content = known ?? read(path).then(decode);
      // The newest stands last; the first is the oldest.
      kept.delete(path);
      kept.set(path, content);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT_FILES) break;
        kept.delete(oldest);
      }
      try {
        return await content;
      } catch (error) {
        // A failure is tried again with the next search.
        if (kept.get(path) === content) kept.delete(path);
        throw error;
      }
    },
    forget() {
      kept.clear();
    },
  };
}
